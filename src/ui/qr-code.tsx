import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** A code to be read from this screen: dark on white in every theme, with four modules of margin. */
export function QrCode({ content, label }: { readonly content: string; readonly label: string }) {
  const code = generate(content, { minCorrectionLevel: correction.M });
  const side = code.size + 8;
  return (
    <svg className="qr-code" viewBox={`-4 -4 ${side} ${side}`} shapeRendering="crispEdges">
      <title>{label}</title>
      <path d={`M-4-4h${side}v${side}h-${side}z`} fill="#ffffff" />
      <path d={toSvgPath(code)} fill="#000000" />
    </svg>
  );
}
