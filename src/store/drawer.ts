import type { DrawerId } from '../domain/parts.ts';
import type { OwnDevice } from './db.ts';

/** The cash drawer of this tablet: one each unless somebody shares one. Its letters are the tablet's. */
export function ownDrawer(device: OwnDevice): DrawerId {
  return `drawer-${device.key.device}`;
}
