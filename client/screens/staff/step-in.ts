import type { RoomKey, Seat } from '../../../shared/wire/door.ts';
import type { SoundDevice } from '../../player/sound-device.ts';

/** Into a room, with the tap that lets the sound begin. */
export type StepIn = (seat: Seat, sound: SoundDevice, cameBy?: RoomKey) => void;
