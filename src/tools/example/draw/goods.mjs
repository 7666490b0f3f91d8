// The example's merch, laid on a table and photographed: made of the works drawn before. Runs in the browser page.
import { dice } from './brush.mjs';

/** What is laid out, and which works it is made of. */
export const goods = {
  postcards: { use: ['ridges', 'tide', 'crossing', 'salt', 'pears', 'harbour'], lay: layPostcards },
  zine: { use: ['crossing'], lay: layZine },
  tote: { use: ['birch'], lay: layTote },
  calendar: { use: ['walls'], lay: layCalendar },
  pin: { use: [], lay: layPin },
};

const SIDE = 1000;

/** Lays out the thing `name` with the prints `sources` (data addresses, in the order of `use`); answers a PNG data address. */
export async function arrange(name, sources, long) {
  const canvas = Object.assign(document.createElement('canvas'), { width: long, height: long });
  const x = canvas.getContext('2d');
  x.scale(long / SIDE, long / SIDE);
  table(x);
  goods[name].lay(x, await Promise.all(sources.map(load)));
  grain(x, long);
  return canvas.toDataURL('image/png');
}

async function load(source) {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
}

function table(x) {
  const light = x.createLinearGradient(0, 0, SIDE, SIDE);
  light.addColorStop(0, '#dcd6ca');
  light.addColorStop(0.6, '#c9c1b2');
  light.addColorStop(1, '#a79d8c');
  x.fillStyle = light;
  x.fillRect(0, 0, SIDE, SIDE);
}

function grain(x, long) {
  const dots = x.getImageData(0, 0, long, long);
  const roll = dice(9);
  for (let i = 0; i < dots.data.length; i += 4) {
    const speck = (roll() - 0.5) * 16;
    for (let k = 0; k < 3; k++) dots.data[i + k] += speck;
  }
  x.putImageData(dots, 0, 0);
}

function shadow(x, blur, drop, depth) {
  x.shadowColor = `rgba(40,30,15,${depth})`;
  x.shadowBlur = blur;
  x.shadowOffsetX = drop * 0.6;
  x.shadowOffsetY = drop;
}

function noShadow(x) {
  x.shadowColor = 'transparent';
}

/** Fills the rectangle with the middle of the picture. */
function cover(x, image, left, top, width, height) {
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [width / scale, height / scale];
  x.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, left, top, width, height);
}

function layPostcards(x, prints) {
  const places = [
    [300, 300, -0.16],
    [690, 260, 0.12],
    [270, 560, 0.07],
    [720, 560, -0.1],
    [400, 770, -0.05],
    [560, 470, 0.03],
  ];
  places.forEach(([left, top, turn], i) => {
    x.save();
    x.translate(left, top);
    x.rotate(turn);
    shadow(x, 36, 16, 0.42);
    x.fillStyle = '#fbf9f4';
    x.fillRect(-235, -165, 470, 330);
    noShadow(x);
    cover(x, prints[i], -215, -145, 430, 290);
    x.restore();
  });
}

function layZine(x, [front]) {
  for (let k = 2; k >= 0; k--) {
    x.save();
    x.translate(500 + k * 34, 505 - k * 26);
    x.rotate(-0.05 + k * 0.05);
    shadow(x, 46, 22, 0.45);
    x.fillStyle = '#f6f2e9';
    x.fillRect(-285, -390, 570, 780);
    noShadow(x);
    if (k === 0) {
      cover(x, front, -285, -170, 570, 560);
      x.fillStyle = '#1b1a17';
      x.font = 'italic 92px Georgia, serif';
      x.fillText('Passing', -250, -262);
      x.font = '30px Georgia, serif';
      x.fillText('Number three', -246, -208);
      x.fillStyle = 'rgba(0,0,0,.1)';
      x.fillRect(-285, -390, 10, 780);
    }
    x.restore();
  }
}

function layTote(x, [print]) {
  x.translate(500, 590);
  shadow(x, 60, 26, 0.4);
  x.fillStyle = '#efe8d8';
  x.beginPath();
  x.moveTo(-300, -250);
  x.lineTo(300, -250);
  x.quadraticCurveTo(318, 60, 312, 350);
  x.quadraticCurveTo(0, 372, -312, 350);
  x.quadraticCurveTo(-318, 60, -300, -250);
  x.fill();
  shadow(x, 12, 6, 0.25);
  x.lineWidth = 40;
  x.strokeStyle = '#e6dcc6';
  x.beginPath();
  x.moveTo(-165, -235);
  x.bezierCurveTo(-165, -560, 165, -560, 165, -235);
  x.stroke();
  noShadow(x);
  x.strokeStyle = 'rgba(120,100,60,.35)';
  x.lineWidth = 2.5;
  x.setLineDash([9, 6]);
  x.strokeRect(-292, -232, 584, 0);
  x.setLineDash([]);
  x.globalCompositeOperation = 'multiply';
  x.filter = 'grayscale(1) contrast(1.15)';
  cover(x, print, -165, -150, 330, 410);
  x.filter = 'none';
  const roll = dice(12);
  for (let i = 0; i < 26; i++) {
    x.strokeStyle = `rgba(120,100,60,${0.03 + roll() * 0.05})`;
    x.lineWidth = 6 + roll() * 26;
    x.beginPath();
    const left = -280 + roll() * 560;
    x.moveTo(left, -230);
    x.quadraticCurveTo(left + (roll() - 0.5) * 120, 60, left + (roll() - 0.5) * 90, 345);
    x.stroke();
  }
  x.globalCompositeOperation = 'source-over';
}

function layCalendar(x, [print]) {
  x.translate(500, 510);
  x.rotate(0.035);
  shadow(x, 54, 24, 0.42);
  x.fillStyle = '#fbf9f4';
  x.fillRect(-300, -420, 600, 840);
  noShadow(x);
  cover(x, print, -270, -370, 540, 470);
  x.fillStyle = '#1b1a17';
  x.font = 'italic 54px Georgia, serif';
  x.fillText('July', -268, 172);
  x.font = '22px Georgia, serif';
  for (let day = 1; day <= 31; day++) {
    const cell = day + 1;
    x.fillText(String(day), -266 + (cell % 7) * 80, 222 + Math.floor(cell / 7) * 40);
  }
  for (let i = 0; i < 23; i++) {
    x.fillStyle = '#a79d8c';
    x.beginPath();
    x.arc(-275 + i * 25, -398, 6, 0, 7);
    x.fill();
    x.strokeStyle = '#3a3732';
    x.lineWidth = 4;
    x.beginPath();
    x.arc(-275 + i * 25, -412, 13, 0.6, 5.4);
    x.stroke();
  }
}

function layPin(x) {
  x.translate(500, 500);
  x.rotate(-0.04);
  shadow(x, 40, 18, 0.4);
  x.fillStyle = '#f7f4ec';
  x.fillRect(-250, -340, 500, 680);
  noShadow(x);
  x.fillStyle = '#1b1a17';
  x.textAlign = 'center';
  x.font = 'italic 52px Georgia, serif';
  x.fillText('Lumen Row', 0, 238);
  x.font = '25px Georgia, serif';
  x.fillText('hard enamel, 24 mm', 0, 284);
  shadow(x, 16, 9, 0.5);
  disc(x, 158, '#8b6d33');
  noShadow(x);
  const gold = x.createLinearGradient(-150, -230, 150, 70);
  gold.addColorStop(0, '#f3dfa6');
  gold.addColorStop(0.45, '#b08a43');
  gold.addColorStop(0.6, '#ecd596');
  gold.addColorStop(1, '#8b6d33');
  disc(x, 156, gold);
  disc(x, 140, '#14407a');
  x.save();
  x.beginPath();
  x.arc(0, -80, 140, 0, 7);
  x.clip();
  x.strokeStyle = x.fillStyle = gold;
  x.lineWidth = 9;
  x.lineJoin = 'round';
  x.strokeRect(-76, -90, 152, 104);
  x.fillRect(-44, -58, 88, 40);
  x.beginPath();
  x.moveTo(-48, -90);
  x.lineTo(0, -150);
  x.lineTo(48, -90);
  x.stroke();
  x.beginPath();
  x.arc(0, -152, 11, 0, 7);
  x.fill();
  const gloss = x.createLinearGradient(-120, -210, 40, 0);
  gloss.addColorStop(0, 'rgba(255,255,255,.5)');
  gloss.addColorStop(0.42, 'rgba(255,255,255,.12)');
  gloss.addColorStop(0.43, 'rgba(255,255,255,0)');
  x.fillStyle = gloss;
  x.fillRect(-160, -240, 320, 320);
  x.restore();
}

function disc(x, radius, fill) {
  x.fillStyle = fill;
  x.beginPath();
  x.arc(0, -80, radius, 0, 7);
  x.fill();
}
