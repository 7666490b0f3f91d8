// Shapes several scenes paint with. All sizes in canvas pixels, y down.

/** A seeded row of numbers in 0..1. */
export function dice(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A bare tree from its foot upward; `spread` is the angle between limbs, `length` that of the trunk. */
export function tree(x, { left, top, length, width, spread = 0.5, depth = 9, seed = 1, lean = 0 }) {
  const roll = dice(seed);
  const limb = (px, py, angle, long, wide, left_) => {
    const bend = angle + (roll() - 0.5) * 0.3;
    const qx = px + Math.sin(bend) * long;
    const qy = py - Math.cos(bend) * long;
    x.lineWidth = Math.max(0.7, wide);
    x.lineCap = 'round';
    x.beginPath();
    x.moveTo(px, py);
    x.quadraticCurveTo(px + Math.sin(angle) * long * 0.6, py - Math.cos(angle) * long * 0.6, qx, qy);
    x.stroke();
    if (left_ === 0) return;
    const limbs = roll() > 0.72 ? 3 : 2;
    for (let i = 0; i < limbs; i++) {
      const turn = (i - (limbs - 1) / 2) * spread * (0.75 + roll() * 0.7) + (roll() - 0.5) * 0.22;
      limb(qx, qy, bend * 0.94 + turn, long * (0.68 + roll() * 0.2), wide * 0.66, left_ - 1);
    }
  };
  limb(left, top, lean, length, width, depth);
}

/** A fir seen against the sky: ragged whorls of branches, narrow at the tip. */
export function fir(x, left, foot, height, seed = 1) {
  const roll = dice(seed);
  x.fillRect(left - height * 0.008, foot - height, height * 0.016, height);
  for (let y = 0; y < 1; y += 0.018) {
    const reach = height * 0.17 * (0.06 + y ** 0.82) * (0.62 + roll() * 0.6);
    for (const side of [-1, 1]) {
      const at = foot - height * (1 - y * 0.94);
      x.beginPath();
      x.moveTo(left, at - height * 0.012);
      x.quadraticCurveTo(
        left + side * reach * 0.6,
        at + height * 0.004,
        left + side * reach * (0.75 + roll() * 0.4),
        at + height * (0.022 + roll() * 0.02),
      );
      x.quadraticCurveTo(left + side * reach * 0.4, at + height * 0.03, left, at + height * 0.024);
      x.fill();
    }
  }
}

/** A bird in flight, wings at `lift` (0 flat, 1 raised). */
export function bird(x, left, top, span, lift, tilt = 0) {
  x.save();
  x.translate(left, top);
  x.rotate(tilt);
  x.beginPath();
  x.moveTo(-span / 2, -span * 0.34 * lift);
  x.quadraticCurveTo(-span * 0.24, -span * 0.3 * lift - span * 0.05, 0, 0);
  x.quadraticCurveTo(span * 0.24, -span * 0.3 * lift - span * 0.05, span / 2, -span * 0.34 * lift);
  x.quadraticCurveTo(span * 0.22, -span * 0.12 * lift, span * 0.05, span * 0.07);
  x.lineTo(-span * 0.03, span * 0.1);
  x.quadraticCurveTo(-span * 0.22, -span * 0.1 * lift, -span / 2, -span * 0.34 * lift);
  x.fill();
  x.restore();
}

/** A standing or walking person seen from behind, feet at (left, foot); `stride` 0 stands, 1 walks. */
export function person(x, left, foot, height, stride = 0, skirt = false) {
  const s = height;
  x.save();
  x.translate(left, foot);
  x.beginPath();
  x.ellipse(0, -s * 0.925, s * 0.052, s * 0.068, 0, 0, 7);
  x.fill();
  x.fillRect(-s * 0.022, -s * 0.88, s * 0.044, s * 0.06);
  x.beginPath();
  x.moveTo(-s * 0.03, -s * 0.85);
  x.bezierCurveTo(-s * 0.12, -s * 0.83, -s * 0.132, -s * 0.76, -s * 0.135, -s * 0.66);
  x.bezierCurveTo(-s * 0.15, -s * 0.55, -s * 0.14, -s * 0.47, -s * 0.13, -s * 0.42);
  x.lineTo(-s * 0.1, -s * 0.42);
  x.lineTo(skirt ? -s * 0.15 : -s * 0.1, skirt ? -s * 0.24 : -s * 0.36);
  x.lineTo(skirt ? s * 0.15 : s * 0.1, skirt ? -s * 0.24 : -s * 0.36);
  x.lineTo(s * 0.1, -s * 0.42);
  x.lineTo(s * 0.13, -s * 0.42);
  x.bezierCurveTo(s * 0.14, -s * 0.47, s * 0.15, -s * 0.55, s * 0.135, -s * 0.66);
  x.bezierCurveTo(s * 0.132, -s * 0.76, s * 0.12, -s * 0.83, s * 0.03, -s * 0.85);
  x.fill();
  for (const side of [-1, 1]) {
    const hip = side * s * 0.048;
    const heel = side * s * (0.045 + 0.1 * stride);
    x.beginPath();
    x.moveTo(hip - s * 0.05, -s * 0.4);
    x.lineTo(heel - s * 0.03, -s * 0.03);
    x.lineTo(heel - s * 0.034, 0);
    x.lineTo(heel + s * 0.05, 0);
    x.lineTo(heel + s * 0.028, -s * 0.04);
    x.lineTo(hip + s * 0.052, -s * 0.4);
    x.fill();
  }
  x.restore();
}
