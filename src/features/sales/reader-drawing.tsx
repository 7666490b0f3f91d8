import './reader-drawing.css';

/** A card reader, drawn, with the amount it should show. */
export function ReaderDrawing({ amount }: { readonly amount: string }) {
  const dots = [152, 172, 192, 212].flatMap((y) => [82, 110, 138].map((x) => ({ x, y })));
  return (
    <svg className="reader-drawing" viewBox="0 0 220 250" aria-hidden="true">
      <rect x="50" y="62" width="120" height="172" rx="18" />
      <rect className="reader-screen" x="66" y="80" width="88" height="54" rx="5" />
      <text x="110" y="116" textAnchor="middle" fontSize={amount.length > 6 ? 20 : 26} fontWeight="600">
        {amount}
      </text>
      {dots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="4.6" />
      ))}
      <g className="reader-waves">
        <path d="M92 44a26 26 0 0 1 36 0" />
        <path d="M80 30a43 43 0 0 1 60 0" />
        <path d="M68 16a60 60 0 0 1 84 0" />
      </g>
    </svg>
  );
}
