// Silas Ombrey: what the weather leaves of a landscape.
import { dice, fir } from '../brush.mjs';

export const firs = {
  size: [4, 5],
  film: { vignette: 0.35, grain: 1, tint: [0.96, 1.01, 1.02], lift: [0.014, 0.02, 0.022] },
  paint: (x, w, h) => {
    x.globalCompositeOperation = 'lighter';
    const roll = dice(41);
    for (const [colour, count, low, high, tall] of [
      ['#f00', 34, 0.5, 0.62, 0.15],
      ['#0f0', 22, 0.72, 0.84, 0.24],
      ['#00f', 9, 1.02, 1.12, 0.48],
    ]) {
      x.fillStyle = colour;
      for (let i = 0; i < count; i++) {
        const left = w * ((i + roll()) / count) * 1.1 - w * 0.05;
        const foot = h * (low + (high - low) * roll() - 0.06 * Math.sin((left / w) * 3.1));
        fir(x, left, foot, h * tall * (0.62 + roll() * 0.6), 3 + Math.floor(roll() * 9000));
        x.fillRect(left - w * 0.04, foot - h * 0.02, w * 0.08, h);
      }
    }
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 fog=mix(vec3(.52,.57,.58),vec3(.80,.83,.82),smoothstep(.1,.95,u.y));fog*=.94+.14*fbm(u*vec2(2.,4.)+3.);vec3 c=fog;
 float y=.74+.05*fbm(vec2(u.x*3.,6.))+.06*sin(u.x*2.6);c=mix(c,fog*.86,smoothstep(.02,-.03,u.y-y-.012*fbm(vec2(u.x*70.,2.)))*.55);
 vec3 a=picB(u,vec2(.0014,.0011)),b=picB(u,vec2(.0009,.0007));
 float v1=smoothstep(.30,.62,fbm(vec2(u.x*2.2,u.y*4.6)+1.)),v2=smoothstep(.34,.66,fbm(vec2(u.x*2.6+4.,u.y*5.+2.)));
 c=mix(c,mix(vec3(.34,.42,.43),fog,.30+.45*v1),a.r*.9);c=mix(c,fog*1.02,.75*v1*smoothstep(.62,.40,u.y)*smoothstep(.2,.4,u.y));
 c=mix(c,mix(vec3(.16,.225,.225),fog,.10+.40*v2),b.g*.96);c=mix(c,fog,.78*v2*smoothstep(.42,.2,u.y)*smoothstep(.0,.15,u.y));
 vec3 near=vec3(.038,.060,.058)*(.65+.8*fbm(u*vec2(70.,90.)));near+=vec3(.05,.06,.05)*smoothstep(.1,.5,u.y);c=mix(c,near,b.b*.985);
 c=mix(c,fog*.96,.22*smoothstep(.4,.75,fbm(vec2(u.x*3.,u.y*3.)+7.)));return c*.92;}`,
};

export const braids = {
  size: [5, 4],
  film: { vignette: 0.25, grain: 0.9, tint: [0.97, 1, 1.03], lift: [0.014, 0.016, 0.02] },
  shader: /* glsl */ `
vec2 warp(vec2 q){return q+.42*vec2(fbm(q*1.3+3.)-.5,fbm(q*1.3+8.)-.5)+.10*vec2(fbm(q*5.)-.5,fbm(q*5.+2.)-.5);}
float strand(vec2 q,float k,float w){vec2 s=warp(q*vec2(1.,.55)+k*3.1);float m=abs(sin(s.x*3.2+k*1.7+1.6*fbm(s*vec2(1.4,.9)+k)));return smoothstep(w,w*.35,m*(.6+.8*fbm(q*2.+k)));}
vec3 scene(vec2 u,vec2 p){vec2 q=mat2(.80,-.60,.60,.80)*p*1.9+vec2(1.7,.4);float bed=smoothstep(1.45,.75,abs(q.x-1.55+.35*sin(q.y*1.1)));
 float h=fbm(q*3.)+.4*fbm(q*12.);vec3 sand=mix(vec3(.16,.155,.16),vec3(.36,.34,.32),smoothstep(.4,.95,h));sand*=.86+.3*fbm(q*vec2(34.,14.));sand*=.72+.56*n2(q*95.);sand=mix(sand,vec3(.44,.42,.40),smoothstep(.56,.66,fbm(q*vec2(7.,3.)+4.))*.6);
 float a=strand(q,0.,.30)*.9,b=strand(q,1.,.22),d=strand(q,2.3,.14),e=strand(q*1.6,4.,.16);float wat=clamp(max(max(a,b),max(d,e)),0.,1.)*bed;
 float rim=smoothstep(.0,.35,wat)*(1.-smoothstep(.35,.9,wat));
 vec3 milk=mix(vec3(.60,.64,.64),vec3(.36,.48,.52),smoothstep(.4,1.,wat));milk=mix(milk,vec3(.24,.36,.42),smoothstep(.40,.62,fbm(q*2.2+6.))*.75);milk+=.10*(fbm(vec2(q.x*20.,q.y*5.))-.5);
 milk*=.9+.2*fbm(q*vec2(24.,9.)+2.);vec3 c=mix(sand,milk,smoothstep(.17,.26,wat+.05*(n2(q*60.)-.5)));c=mix(c,vec3(.09,.088,.095),rim*.45*smoothstep(.5,.2,wat));
 float bank=smoothstep(.35,.0,bed+.35*(fbm(q*4.)-.5));vec3 moss=mix(vec3(.13,.15,.07),vec3(.36,.31,.12),fbm(q*6.));moss=mix(moss,vec3(.42,.20,.08),smoothstep(.55,.7,fbm(q*3.+5.)));moss*=.55+.9*fbm(q*26.);c=mix(c,moss,bank);
 c+=vec3(.45,.45,.42)*smoothstep(.60,.80,fbm(q*1.3+20.))*.25;float glint=smoothstep(.62,.8,fbm(q*1.1+2.))*smoothstep(.3,.8,wat);c+=vec3(.30,.28,.24)*glint;return c*1.02;}`,
};
