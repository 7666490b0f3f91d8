import './movements.css';

/** What moves at the till, and for how long at most. Milliseconds. */
const MOVE_MS = 180;
const EASE = 'cubic-bezier(0.2, 0.7, 0.2, 1)';

/** How to end each movement that runs. */
const running = new Set<() => void>();

/** Ends every movement at once: the next tap is for what is there, not for what is on its way. */
export function endMovements(): void {
  for (const end of running) end();
}

/** Runs until it is over or somebody taps. @returns takes it away at once */
function runMovement(end: () => void): () => void {
  const finish = () => {
    if (running.delete(finish)) end();
  };
  running.add(finish);
  return finish;
}

export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * A copy of the picture slides from its tile to its line in the cart. The line is there already; the copy only shows
 * where it came from. Nothing is measured before the cart is painted.
 */
export function flyToCart(work: string, line: string): void {
  if (isStill()) return;
  endMovements();
  let next = requestAnimationFrame(() => {
    next = requestAnimationFrame(() => {
      done();
      const from = pictureOnWall(work);
      const to = pictureInCart(line);
      if (from && to) slide(from, to);
    });
  });
  const done = runMovement(() => cancelAnimationFrame(next));
}

function pictureOnWall(work: string): HTMLImageElement | null {
  const picture = document.querySelector<HTMLImageElement>(`.tile[data-work="${CSS.escape(work)}"] img`);
  const wall = picture?.closest('.wall')?.getBoundingClientRect();
  const place = picture?.getBoundingClientRect();
  // Scrolled out of sight, or under the viewfinder: there is nothing to come from.
  const isSeen = wall && place && place.top < wall.bottom && place.bottom > wall.top;
  return isSeen && !document.querySelector('.viewfinder') ? picture : null;
}

function pictureInCart(line: string): Element | null {
  const shown = [
    document.querySelector(`[data-line="${CSS.escape(line)}"] .thumb img`),
    document.querySelector('.shelf-pictures span:last-child img'),
  ];
  return shown.find((picture) => picture && picture.getClientRects().length > 0) ?? null;
}

function slide(from: HTMLImageElement, to: Element): void {
  const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
  const copy = from.cloneNode() as HTMLImageElement;
  Object.assign(copy.style, box(start));
  const scale = end.width / Math.max(1, start.width);
  move(copy, 'flight', [
    { transform: 'none' },
    { transform: `translate(${end.left - start.left}px, ${end.top - start.top}px) scale(${scale})` },
  ]);
}

/**
 * The money column grows out of the cart's, or back into it: a strip in the colour of what gives way shrinks between
 * the two edges. Whatever can be tapped stands at its place from the first frame.
 */
export function growColumn(before: DOMRect, after: DOMRect): void {
  if (isStill()) return;
  const strip = stripBetween(before, after);
  if (!strip) return;
  const element = document.createElement('div');
  Object.assign(element.style, box(strip.area), { transformOrigin: strip.origin });
  move(element, strip.grows ? 'gives-way wall-colour' : 'gives-way', [
    { transform: 'none' },
    { transform: strip.across ? 'scaleX(0)' : 'scaleY(0)' },
  ]);
}

interface Strip {
  readonly area: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
  /** The edge it shrinks to. */
  readonly origin: string;
  readonly across: boolean;
  readonly grows: boolean;
}

/** What lies between the old edge of the column and the new one. Columns end at the screen's edge on the hand's side. */
function stripBetween(before: DOMRect, after: DOMRect): Strip | null {
  const { top, height } = after;
  const left = before.left - after.left;
  if (Math.abs(left) > 1)
    return {
      area: { left: Math.min(before.left, after.left), top, width: Math.abs(left), height },
      origin: left > 0 ? 'left' : 'right',
      across: true,
      grows: left > 0,
    };
  const right = after.right - before.right;
  if (Math.abs(right) > 1)
    return {
      area: { left: Math.min(before.right, after.right), top, width: Math.abs(right), height },
      origin: right > 0 ? 'right' : 'left',
      across: true,
      grows: right > 0,
    };
  const up = before.top - after.top;
  if (Math.abs(up) <= 1) return null;
  return {
    area: { left: after.left, top: Math.min(before.top, after.top), width: after.width, height: Math.abs(up) },
    origin: up > 0 ? 'top' : 'bottom',
    across: false,
    grows: up > 0,
  };
}

/** The prints being bought come in where the wall was. */
export function bringIn(element: Element): void {
  if (isStill()) return;
  const shown = element.animate([{ opacity: 0, transform: 'translateY(16px)' }, {}], {
    duration: MOVE_MS,
    easing: EASE,
  });
  const finish = runMovement(() => shown.finish());
  void shown.finished.then(finish, finish);
}

/** Lays an element over the page for as long as it moves; it never takes a tap. */
function move(element: HTMLElement, name: string, keyframes: Keyframe[]): void {
  element.className = `movement ${name}`;
  element.setAttribute('aria-hidden', 'true');
  document.body.append(element);
  const moving = element.animate(keyframes, { duration: MOVE_MS, easing: EASE, fill: 'forwards' });
  const finish = runMovement(() => element.remove());
  void moving.finished.then(finish, finish);
}

function box({ left, top, width, height }: Strip['area']): Partial<CSSStyleDeclaration> {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

/** Calls with how much of the way is gone, 0 to 1, each frame until it is over. @returns ends it at once, at 1 */
export function eachFrame(onPart: (part: number) => void): () => void {
  const began = performance.now();
  let next = 0;
  const finish = runMovement(() => {
    cancelAnimationFrame(next);
    onPart(1);
  });
  const frame = (now: number) => {
    const part = (now - began) / MOVE_MS;
    if (part >= 1) return finish();
    onPart(1 - (1 - Math.max(0, part)) ** 3);
    next = requestAnimationFrame(frame);
  };
  next = requestAnimationFrame(frame);
  return finish;
}
