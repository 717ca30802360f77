/**
 * Why a wish was not granted. The closed list: the page has words for each of them, the protocol carries no other.
 * A refusal is told to the asker only and nothing else happens.
 */
export const REFUSALS = [
  'malformed',
  'tooLarge',
  'tooMany',
  'notAllowed',
  'notHere',
  'noSuchMember',
  'noSuchInstrument',
  'noSuchRoom',
  'roomFull',
  'roomClosed',
  'nameEmpty',
  'nameTooLong',
  'nameTaken',
  'symbolTaken',
  'tooEarly',
  'tooLate',
  'alreadySo',
  'noSuchNote',
  'pageTooOld',
  'pageTooNew',
  'seatUnknown',
  'tryLater',
  'companyHere',
] as const;
export type Refusal = (typeof REFUSALS)[number];
