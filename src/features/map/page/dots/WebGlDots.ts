import type { Camera, Size } from "../camera.ts";
import { coloursOf } from "./DotRaster.ts";
import { type DotsScene, FADED, type Fame, growthOf } from "./DotsScene.ts";

const VERTEX = `#version 300 es
uniform vec2 centre;
uniform vec2 scale;
uniform float growth;
layout(location = 0) in vec2 place;
layout(location = 1) in float radius;
layout(location = 2) in vec4 colour;
out float reach;
out vec4 ink;
void main() {
  reach = radius * growth + 0.5;
  ink = vec4(colour.rgb * colour.a, colour.a);
  gl_Position = vec4((place - centre) * scale, 0.0, 1.0);
  gl_PointSize = 2.0 * reach;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
in float reach;
in vec4 ink;
out vec4 pixel;
void main() {
  float away = length(gl_PointCoord * 2.0 - 1.0) * reach;
  pixel = ink * clamp(reach - away, 0.0, 1.0);
}`;

/** What draws by the processor under WebGL's name: several times as slow as drawing pixels ourselves (`npm run latency`). */
const NO_CARD = /SwiftShader|llvmpipe|softpipe|Software|Basic Render/i;

/** Bytes of a dot: its place, its radius and its colour. */
const DOT = 16;

interface Uniforms {
  centre: WebGLUniformLocation | null;
  scale: WebGLUniformLocation | null;
  growth: WebGLUniformLocation | null;
}

/**
 * Draws the dots by WebGL, on a canvas below the one that has lines and letters. They lie in one buffer on the graphics
 * card, from which a map that is moved is drawn by one call.
 */
export class WebGlDots {
  readonly #gl: WebGL2RenderingContext;
  /** Null while the context is lost. */
  #uniforms: Uniforms | null = null;
  /** What lies in the buffer. */
  #loaded: DotsScene | null = null;
  readonly #stopListening = new AbortController();

  /** @param changed called when the context is lost or is there again. @returns null without a graphics card */
  static on(canvas: HTMLCanvasElement, changed: () => void): WebGlDots | null {
    const gl = canvas.getContext("webgl2", {
      antialias: false,
      depth: false,
      failIfMajorPerformanceCaveat: true,
    });
    return gl === null || NO_CARD.test(rendererOf(gl)) ? null : new WebGlDots(canvas, gl, changed);
  }

  private constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext, changed: () => void) {
    this.#gl = gl;
    this.#uniforms = prepare(gl);
    const { signal } = this.#stopListening;
    const lost = (event: Event) => {
      // Else it never comes back.
      event.preventDefault();
      this.#uniforms = null;
      this.#loaded = null;
      changed();
    };
    const restored = () => {
      this.#uniforms = prepare(gl);
      changed();
    };
    canvas.addEventListener("webglcontextlost", lost, { signal });
    canvas.addEventListener("webglcontextrestored", restored, { signal });
  }

  /** @returns false while the context is lost: then nothing is drawn */
  draw(scene: DotsScene, fame: Fame, camera: Camera, size: Size): boolean {
    const gl = this.#gl;
    if (this.#uniforms === null || gl.isContextLost()) return false;
    if (!isSame(scene, this.#loaded)) {
      gl.bufferData(gl.ARRAY_BUFFER, dotsOf(scene, fame), gl.STATIC_DRAW);
      this.#loaded = scene;
    }
    const { canvas } = gl;
    const { centre, scale, growth } = this.#uniforms;
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.uniform2f(centre, camera.x, camera.y);
    // A map's y grows downwards.
    gl.uniform2f(scale, (2 * camera.scale) / size.width, (-2 * camera.scale) / size.height);
    gl.uniform1f(growth, devicePixelRatio * growthOf(camera, size));
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.drawArrays(gl.POINTS, 0, fame.order.length);
    return true;
  }

  close(): void {
    this.#stopListening.abort();
  }
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
}

/** Null where the context was lost meanwhile. */
function prepare(gl: WebGL2RenderingContext): Uniforms | null {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return null;
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook of React's
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, DOT, 0);
  gl.vertexAttribPointer(1, 1, gl.FLOAT, false, DOT, 8);
  gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, DOT, 12);
  for (const attribute of [0, 1, 2]) gl.enableVertexAttribArray(attribute);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const find = (name: string) => gl.getUniformLocation(program, name);
  return { centre: find("centre"), scale: find("scale"), growth: find("growth") };
}

function isSame(one: DotsScene, other: DotsScene | null): boolean {
  return (
    one.items === other?.items &&
    one.layout === other.layout &&
    one.colouring === other.colouring &&
    one.selected === other.selected
  );
}

/** The least known first: what is drawn later is on top. */
function dotsOf(
  { layout: { positions }, colouring, selected }: DotsScene,
  { order, radii }: Fame,
): ArrayBuffer {
  const dots = new ArrayBuffer(DOT * order.length);
  const numbers = new Float32Array(dots);
  const pixels = new Int32Array(dots);
  const inks = coloursOf(colouring.inks);
  const faded = Math.round(255 * FADED) << 24;
  order.forEach((item, place) => {
    const at = (DOT / 4) * place;
    const ink = inks[colouring.ofItem[item]];
    numbers[at] = positions[2 * item];
    numbers[at + 1] = positions[2 * item + 1];
    numbers[at + 2] = radii[item];
    pixels[at + 3] = selected === null || selected.has(item) ? ink : (ink & 0xffffff) | faded;
  });
  return dots;
}
