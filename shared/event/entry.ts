import type { Author, MemberId, Seq } from '../base/ids.ts';
import type { RoomMs } from '../base/units.ts';
import type { ArcEvent } from './arc.ts';
import type { DoorEvent } from './door.ts';
import type { DynamicsEvent } from './dynamics.ts';
import type { EndingEvent } from './ending.ts';
import type { GridEvent } from './grid.ts';
import type { GroundEvent } from './ground.ts';
import type { HoldingEvent } from './holding.ts';
import type { LineEvent } from './line.ts';
import type { MembershipEvent } from './membership.ts';
import type { RoundEvent } from './round.ts';
import type { SettingEvent } from './setting.ts';

/** What happened to the room: kept always, and the only thing that changes its state. */
export type RoomEvent =
  | MembershipEvent
  | DoorEvent
  | HoldingEvent
  | GridEvent
  | SettingEvent
  | ArcEvent
  | DynamicsEvent
  | GroundEvent
  | RoundEvent
  | EndingEvent;

/** An event of the room's line; `seq` counts from 1 without gaps. */
export interface Entry {
  readonly seq: Seq;
  readonly at: RoomMs;
  readonly by: Author;
  readonly event: RoomEvent;
}

/**
 * An event of one player's line; `seq` is the number of the wish that made it, so it rises but may skip.
 * Kept only while its player has agreed.
 */
export interface LineEntry {
  readonly seq: Seq;
  readonly at: RoomMs;
  readonly by: MemberId;
  readonly event: LineEvent;
}

/** A line entry known to hold one type of event. */
export interface LineEventOf<Type extends LineEvent['type']> extends LineEntry {
  readonly event: Extract<LineEvent, { readonly type: Type }>;
}
