/**
 * Copies drawn: one tick each up to 30, above that one bar. Left copies stand together (people compare amounts).
 * Decoration: the words stand beside it.
 */
export function Ticks({ left, size }: { readonly left: number; readonly size: number }) {
  if (size > 30) {
    return (
      <span className="ticks bar" aria-hidden="true">
        {left > 0 && <i style={{ flexGrow: left }} />}
        {left < size && <i className="sold" style={{ flexGrow: size - left }} />}
      </span>
    );
  }
  return (
    <span className="ticks" aria-hidden="true">
      {Array.from({ length: size }, (_, at) => at + 1).map((tick) => (
        <i key={tick} className={tick <= left ? '' : 'sold'} />
      ))}
    </span>
  );
}

/** Ticks at their true numbers, where copies are named: those in the accent. */
export function NamedTicks({
  size,
  left,
  named,
}: {
  readonly size: number;
  readonly left: ReadonlySet<number>;
  readonly named: readonly number[];
}) {
  return (
    <span className="ticks named" aria-hidden="true">
      {Array.from({ length: size }, (_, at) => at + 1).map((number) => (
        <i key={number} className={named.includes(number) ? 'this' : left.has(number) ? '' : 'sold'} />
      ))}
    </span>
  );
}
