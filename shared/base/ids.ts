/** Ids as types. Each is born in one place on the server; everyone else only passes it on. */
declare const kind: unique symbol;
type Id<Name extends string> = string & { readonly [kind]: Name };

/** One sitting, from open to closed. The room that is live while it is open bears the same id. */
export type SessionId = Id<'SessionId'>;
export const sessionId = (text: string) => text as SessionId;

/** One person in one session; stays the same when they lose their link and return. */
export type MemberId = Id<'MemberId'>;
export const memberId = (text: string) => text as MemberId;

declare const counter: unique symbol;
/** Place of an entry in its line of the log, from 1. */
export type Seq = number & { readonly [counter]: 'Seq' };
export const seq = (count: number) => count as Seq;

/** A sender's own number for a wish, from 1, never used twice in a seat. A repeat is recognised by it. */
export type WishNumber = number & { readonly [counter]: 'WishNumber' };
export const wishNumber = (count: number) => count as WishNumber;

/** The server itself as the author of an entry. */
export const THE_ROOM = 'room';
export type Author = MemberId | typeof THE_ROOM;
