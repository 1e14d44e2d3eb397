"""The alarm signs of back pain: one list for the card, the page of signs and the yes/no list.

A sign is never scored and nothing is worked out from several. The levels were not compared with
Thuisarts.nl and the NHG-TriageWijzer; a doctor still has to do so.
"""

from __future__ import annotations

from webapp.library.sign import Level, Sign, more, short


def signs_of(level: Level, card: bool = False) -> list[Sign]:
    """The signs of one level in their order; only those of the card when `card` is true."""
    return [sign for sign in SIGNS if sign.level == level and (sign.card or not card)]


SIGNS: tuple[Sign, ...] = (
    short(
        "112", "R01",
        "Plotseling heel erge pijn in je rug, zij of buik die in elke houding blijft. "
        "Je valt ook flauw, bent grauw of klam, of bent ouder dan 40.",
        "Sudden, very severe pain in your back, side or belly that no position eases. "
        "You also faint, look grey or clammy, or are over 40.",
    ),
    short(
        "112", "R24",
        "Pijn op je borst of boven in je rug, en je zweet of bent benauwd.",
        "Pain in your chest or high in your back, with sweating or shortness of breath.",
    ),
    short(
        "112", "R09",
        "Een zwaar ongeluk of een val van meer dan 3 meter. Of na een ongeluk een doof gevoel, "
        "minder kracht of pijn midden op je rug. Blijf stil liggen.",
        "A serious accident or a fall of more than 3 metres. Or numbness, weakness or pain in "
        "the middle of your back after an accident. Lie still.",
    ),
    short(
        "112", "R12",
        "Koorts, en je bent in de war, ademt snel of je huid is koud en vlekkerig.",
        "Fever, and you are confused, breathe fast or have cold, blotchy skin.",
    ),
    more(
        "112", "R02",
        "Je weet dat je buikslagader verwijd is (aneurysma). "
        "Je hebt nu erge pijn of voelt je ziek.",
        "You know the main artery in your belly is widened (aneurysm). "
        "Now you have bad pain or feel ill.",
    ),
    more(
        "112", "R23",
        "Erge pijn in een harde buik. Of je braakt bloed, of je ontlasting is zwart. "
        "Let hier extra op als je ibuprofen, naproxen of diclofenac slikt.",
        "Severe pain in a hard belly. Or you vomit blood, or your stool is black. "
        "Watch for this most if you take ibuprofen, naproxen or diclofenac.",
    ),
    more(
        "112", "R28",
        "Je been is opeens koud, wit en pijnlijk.",
        "Your leg is suddenly cold, white and painful.",
    ),
    more(
        "112", "R22",
        "Je bent korter dan 12 weken zwanger, hebt pijn en valt flauw.",
        "You are less than 12 weeks pregnant, have pain and faint.",
    ),
    short(
        "now", "R03",
        "Je voelt weinig of niets rond je geslachtsdelen, je anus of de binnenkant van je dijen.",
        "You feel little or nothing around your genitals, your anus or your inner thighs.",
    ),
    short(
        "now", "R04",
        "Je kunt niet plassen, of je verliest plas of ontlasting zonder het te voelen.",
        "You cannot pee, or you lose pee or stool without feeling it.",
    ),
    short(
        "now", "R06 R07",
        "Een been of voet verliest kracht, of je krijgt pijn of tintelingen in beide benen.",
        "A leg or foot loses strength, or both your legs start to hurt or tingle.",
    ),
    short(
        "now", "R34",
        "Je hebt rugpijn en bent pas aan je rug geopereerd, of kreeg er een injectie.",
        "You have back pain and recently had an operation or injection in your back.",
    ),
    short(
        "now", "R35",
        "Je gebruikt bloedverdunners en hebt opeens erge rugpijn of een doof gevoel.",
        "You take blood thinners and suddenly have bad back pain or feel numb.",
    ),
    short(
        "now", "R20",
        "Je bent zwanger en hebt pijn in golven, koorts, verlies van bloed of vruchtwater, "
        "of je kind beweegt minder. Bel je verloskundige of het ziekenhuis.",
        "You are pregnant and have pain in waves, a fever, loss of blood or waters, or a baby "
        "that moves less. Call your midwife or the hospital.",
    ),
    more(
        "now", "R21",
        "Je bent zwanger en hebt erge pijn onder je ribben of hoofdpijn. Of je ziet lichtflitsen "
        "of houdt opeens vocht vast. Bel je verloskundige of het ziekenhuis.",
        "You are pregnant and have severe pain under your ribs or a headache. Or you see flashes "
        "or suddenly swell up. Call your midwife or the hospital.",
    ),
    more(
        "now", "R22",
        "Je bent korter dan 12 weken zwanger en hebt pijn aan 1 kant of in je schouder. "
        "Bel je verloskundige of het ziekenhuis.",
        "You are less than 12 weeks pregnant and have pain on one side or in your shoulder. "
        "Call your midwife or the hospital.",
    ),
    more(
        "now", "R04",
        "Je voelt niet dat je moet plassen, of je straal is opeens zwak.",
        "You do not feel that you have to pee, or your stream is suddenly weak.",
    ),
    more(
        "now", "R05",
        "Je hebt rugpijn en voelt opeens minder bij seks of krijgt geen erectie.",
        "You have back pain and suddenly feel less during sex or get no erection.",
    ),
    more(
        "now", "R07",
        "Je kunt een been of voet niet optillen of er niet op lopen, "
        "of het been wordt steeds slapper.",
        "You cannot lift a leg or foot or walk on it, or the leg keeps getting weaker.",
    ),
    more(
        "now", "R02",
        "Je weet dat je buikslagader verwijd is (aneurysma), "
        "en je hebt nieuwe pijn in rug of buik.",
        "You know the main artery in your belly is widened (aneurysm), "
        "and you have new pain in your back or belly.",
    ),
    more(
        "now", "R13 R14",
        "Je hebt of had kanker, of hebt weinig afweer, en je been wordt gevoelloos of slap.",
        "You have or had cancer, or your body fights infections badly, "
        "and your leg goes numb or weak.",
    ),
    more(
        "now", "R19",
        "Heel erge pijn in golven in je zij. Je hebt ook koorts, plast niet meer, "
        "bent zwanger of hebt maar 1 nier.",
        "Very severe pain in waves in your side. You also have a fever, no longer pee, "
        "are pregnant or have only one kidney.",
    ),
    short(
        "today", "R12",
        "Koorts van 38 graden of meer bij je rugpijn, of je voelt je erg ziek.",
        "Fever of 38 degrees or more with your back pain, or you feel very ill.",
    ),
    short(
        "today", "R14",
        "Je hebt of had kanker, en deze pijn is nieuw of anders.",
        "You have or had cancer, and this pain is new or different.",
    ),
    short(
        "today", "R10",
        "Plotseling felle pijn na een kleine val of na tillen, als je ouder bent dan 60, "
        "zwakke botten hebt of lang prednison slikt.",
        "Sudden sharp pain after a small fall or after lifting, if you are over 60, "
        "have weak bones or have long used prednisone.",
    ),
    short(
        "today", "R19",
        "Heel erge pijn in golven in je zij, en je kunt niet stilzitten.",
        "Very severe pain in waves in your side, and you cannot sit still.",
    ),
    more(
        "today", "R13",
        "Je hebt rugpijn en weinig afweer, spuit drugs, krijgt dialyse "
        "of had pas een infectie in je bloed.",
        "You have back pain and your body fights infections badly, you inject drugs, "
        "have dialysis or just had an infection in your blood.",
    ),
    more(
        "today", "R08",
        "Je been voelt sinds kort wat doof of is wat zwakker.",
        "One leg has lately felt a little numb or is a little weaker.",
    ),
    more(
        "today", "R06",
        "Je hebt al langer pijn of tintelingen in beide benen.",
        "Both your legs have hurt or tingled for some time.",
    ),
    more(
        "today", "R31",
        "Je hebt hevige pijn die naar je been trekt.",
        "You have fierce pain that spreads into your leg.",
    ),
    more(
        "today", "R11",
        "Je bent ouder dan 60, hebt erge pijn midden in je rug en loopt opeens krom, "
        "of bent meer dan 4 centimeter kleiner.",
        "You are over 60, have severe pain in the middle of your back and suddenly stoop, "
        "or are more than 4 centimetres shorter.",
    ),
    more(
        "today", "R15",
        "Je valt af zonder dat je dat wilt, en je hebt 's nachts pijn of bent erg moe.",
        "You lose weight without trying, and you have pain at night or are very tired.",
    ),
    more(
        "today", "R25",
        "Je plas is donker als cola, en je hebt spierpijn of voelt je heel slap.",
        "Your pee is dark as cola, and your muscles ache or you feel very weak.",
    ),
    more(
        "today", "R26",
        "Je slikt plastabletten en hebt kramp, met hartkloppingen, diarree of braken.",
        "You take water tablets and have cramps, with a pounding heart, diarrhoea or vomiting.",
    ),
    more(
        "today", "R27",
        "Je kuit is dik, rood en pijnlijk.",
        "Your calf is swollen, red and painful.",
    ),
    more(
        "today", "R29",
        "Je kunt door de pijn niet lopen of jezelf niet wassen, wat je ook probeert.",
        "The pain stops you from walking or washing yourself, whatever you try.",
    ),
    more(
        "visit", "R30",
        "Het is na 3 tot 4 weken niet duidelijk beter, of het komt steeds terug.",
        "It is not clearly better after 3 to 4 weeks, or it keeps coming back.",
    ),
    more(
        "visit", "R31",
        "De pijn trekt naar je been.",
        "The pain spreads into your leg.",
    ),
    more(
        "visit", "R08",
        "Je been voelt al meer dan een week wat doof of zwak, en dat blijft gelijk.",
        "Your leg has felt a little numb or weak for over a week, and that stays the same.",
    ),
    more(
        "visit", "R16",
        "De pijn is er altijd, ook 's nachts en in elke houding, en wordt langzaam erger. "
        "Bel binnen een week.",
        "The pain is always there, also at night and in every position, and slowly gets worse. "
        "Call within a week.",
    ),
    more(
        "visit", "R15",
        "Je valt af zonder dat je dat wilt. Bel binnen een week.",
        "You lose weight without wanting to. Call within a week.",
    ),
    more(
        "visit", "R17",
        "Je wordt al meer dan 3 maanden elke nacht wakker. Je bent 's ochtends ruim een half uur "
        "stijf, het begon voor je 45e en bewegen helpt.",
        "For over 3 months you have woken every night, and been stiff for more than half an hour "
        "each morning. It began before you were 45 and moving helps.",
    ),
    more(
        "visit", "R11",
        "Je bent ouder dan 60 en loopt opeens krom, of bent meer dan 4 centimeter kleiner.",
        "You are over 60 and suddenly stoop, or are more than 4 centimetres shorter.",
    ),
    more(
        "visit", "R18",
        "Je eerste rugpijn begon voor je 20e of na je 50e, en nog iets uit dit rijtje klopt.",
        "Your first back pain came before 20 or after 50, and one more thing of this list fits.",
    ),
    more(
        "visit", "R32",
        "Je bent somber, slaapt niet, durft niet te bewegen of kunt het niet meer aan.",
        "You feel low, do not sleep, dare not move or cannot cope any more.",
    ),
    more(
        "113", "R33",
        "Je denkt aan zelfdoding.",
        "You think of suicide.",
    ),
)  # fmt: skip
