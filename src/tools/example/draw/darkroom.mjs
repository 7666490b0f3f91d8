// Runs in the browser page: one scene in, one PNG out.
import { develop, march } from './glsl/march.mjs';
import { film } from './glsl/film.mjs';
import { noise } from './glsl/noise.mjs';
import { scenes } from './scenes.mjs';

const HEAD = `#version 300 es
precision highp float;
uniform vec2 R; uniform sampler2D M; uniform float vignette, grain, fine; uniform vec3 tint, lift; out vec4 O;
`;
const VERTEX = '#version 300 es\nin vec2 a;void main(){gl_Position=vec4(a,0,1);}';

/**
 * Draws the scene `name` with its long edge at `long` pixels, each made of `fine` x `fine` samples.
 * Answers the samples as a PNG data address; the caller scales it down.
 */
export function draw(name, long, fine) {
  const scene = scenes[name];
  const unit = (long * fine) / Math.max(...scene.size);
  const [width, height] = scene.size.map((side) => Math.round(side * unit));
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const gl = canvas.getContext('webgl2', { preserveDrawingBuffer: true });
  const program = link(gl, HEAD + noise + march + develop + scene.shader + film);
  gl.useProgram(program);
  const set = (uniform, ...values) =>
    gl[`uniform${values.length}f`](gl.getUniformLocation(program, uniform), ...values);
  set('R', width, height);
  set('vignette', scene.film.vignette);
  set('grain', scene.film.grain);
  set('fine', fine);
  set('tint', ...scene.film.tint);
  set('lift', ...scene.film.lift);
  givePainting(gl, paint(scene, width, height));
  expose(gl, width, height);
  const address = canvas.toDataURL('image/png');
  gl.getExtension('WEBGL_lose_context').loseContext();
  return address;
}

function link(gl, fragment) {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    // Some drivers count a missing map() as an error even where nothing calls it.
    [
      gl.FRAGMENT_SHADER,
      /float map\(vec3 p\)\{/.test(fragment) ? fragment : fragment + '\nfloat map(vec3 p){return p.y;}',
    ],
  ]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  return program;
}

function paint(scene, width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#000';
  brush.fillRect(0, 0, width, height);
  scene.paint?.(brush, width, height);
  return canvas;
}

function givePainting(gl, painting) {
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, painting);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}

/** In strips: a software renderer that works too long on one draw call is taken for a hung GPU. */
function expose(gl, width, height) {
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.viewport(0, 0, width, height);
  gl.enable(gl.SCISSOR_TEST);
  for (let y = 0; y < height; y += 64) {
    gl.scissor(0, y, width, 64);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.finish();
  }
}
