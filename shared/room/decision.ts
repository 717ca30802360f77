import type { Result } from '../base/result.ts';
import type { RoomEvent } from '../event/entry.ts';

/** Events in the order they happened; none if all is as wished already and saying so would help nobody. */
export type Decision = Result<readonly RoomEvent[]>;
