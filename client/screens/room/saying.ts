import type { ReactNode } from 'react';
import type { IconName } from '../../ui/icon/icon-paths.ts';

/** What happened and what one can do, as a line over the surface. */
export interface Saying {
  readonly key: string;
  readonly icon: IconName;
  readonly tone?: 'caution';
  readonly text: ReactNode;
  readonly actions?: ReactNode;
}
