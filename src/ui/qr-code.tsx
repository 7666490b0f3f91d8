import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'react';

/** White around a code: a camera needs four modules of it to find the code's edge. */
const MARGIN = 4;

/**
 * A code to be read from this screen or from paper: dark on white in every theme, with its margin. `size` in pixels;
 * without one the page's own rules say how wide it is.
 */
export function QrCode({
  content,
  label,
  size,
}: {
  readonly content: string;
  readonly label: string;
  readonly size?: number;
}) {
  const { path, modules } = useMemo(() => {
    // M at least: a bank code must have it, and glare takes a corner of any.
    const code = generate(content, { minCorrectionLevel: correction.M });
    return { path: toSvgPath(code), modules: code.size };
  }, [content]);
  const whole = modules + MARGIN * 2;
  return (
    <svg
      className="qr-code"
      width={size}
      height={size}
      viewBox={`${-MARGIN} ${-MARGIN} ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <path d={`M${-MARGIN} ${-MARGIN}h${whole}v${whole}h${-whole}z`} fill="#ffffff" />
      <path d={path} fill="#0a0a09" />
    </svg>
  );
}
