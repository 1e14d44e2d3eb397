/** The numbers of the questions that a person may add; the server has the same in settings.py. */
const COUNT = 8;

export const OWN = Array.from({ length: COUNT }, (_, place) => `own_${place + 1}`);
