/** What the clock of heat and cold says; apart, so that no other page loads it. */

export const warmCold = {
  nl: {
    heat: {
      begin: 'Leg de warmte op je rug, met een doek ertussen.',
      middle: 'Je bent over de helft van de warmte. Voelt het nog prettig?',
      end: 'De laatste minuut warmte. Leg de kou vast klaar.',
    },
    cold: {
      begin: 'Nu de kou, met een doek ertussen. Haal de warmte weg.',
      middle: 'Je bent over de helft van de kou. Voel je de plek nog goed?',
      end: 'De laatste minuut kou.',
    },
    paused: 'Pauze. Haal de warmte of de kou zolang weg.',
    over: 'De tijd is om. Haal de kou weg, kijk naar je huid en beweeg even.',
    toCold: 'Ga nu naar koud',
    toHeat: 'Ga terug naar warm',
    numb: 'Je gaf aan dat je warmte en kou minder goed voelt. Gebruik ze dan niet op die plek.',
  },
  en: {
    heat: {
      begin: 'Lay the heat on your back, with a cloth between.',
      middle: 'You are past half of the heat. Does it still feel good?',
      end: 'The last minute of heat. Get the cold ready.',
    },
    cold: {
      begin: 'Now the cold, with a cloth between. Take the heat away.',
      middle: 'You are past half of the cold. Can you still feel the spot well?',
      end: 'The last minute of cold.',
    },
    paused: 'Paused. Take the heat or the cold away for now.',
    over: 'Time is up. Take the cold away, look at your skin and move a little.',
    toCold: 'Go to cold now',
    toHeat: 'Back to heat',
    numb: 'You told us that you feel heat and cold less well. Then do not use them on that spot.',
  },
};
