import type { Screen } from './screen.ts';
import { loopScreens, reorderScreen } from './screens-loop.ts';
import { marketScreens } from './screens-market.ts';
import { salesScreens } from './screens-sales.ts';
import { startScreens } from './screens-start.ts';
import { stockScreens } from './screens-stock.ts';
import { tabletScreens } from './screens-tablet.ts';

/** Every screen and every state. A route that is not here does not exist. First match wins. */
export const screens: readonly Screen[] = [
  ...salesScreens,
  ...startScreens,
  ...marketScreens,
  ...loopScreens,
  ...stockScreens,
  reorderScreen,
  ...tabletScreens,
];
