/**
 * The tablet's clock plus the last offset learnt from the hub, carried on monotonic time inside one start-up: somebody
 * who sets the clock back during a market moves nothing.
 */
export function makeClock(): (offset: number) => number {
  const wall = Date.now();
  const since = performance.now();
  return (offset) => Math.round(wall + offset + (performance.now() - since));
}
