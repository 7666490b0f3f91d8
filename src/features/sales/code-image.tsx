import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'react';

/** A QR code: dark on white in every theme, with a white margin of four modules. */
export function CodeImage({
  text,
  label,
  size,
}: {
  readonly text: string;
  readonly label: string;
  readonly size: number;
}) {
  const { path, modules } = useMemo(() => {
    const code = generate(text);
    return { path: toSvgPath(code), modules: code.size };
  }, [text]);
  const margin = 4;
  const whole = modules + margin * 2;
  return (
    <svg
      className="code-image"
      width={size}
      height={size}
      viewBox={`${-margin} ${-margin} ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <rect x={-margin} y={-margin} width={whole} height={whole} fill="#ffffff" />
      <path d={path} fill="#0a0a09" />
    </svg>
  );
}
