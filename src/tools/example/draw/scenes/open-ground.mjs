// Ode Vasquarre: fields, pans and sand.
import { dice } from '../brush.mjs';

export const salt = {
  size: [1, 1],
  film: { vignette: 0.2, grain: 0.9, tint: [1, 1, 1], lift: [0.02, 0.014, 0.016] },
  shader: /* glsl */ `
vec3 pc(float k){return k<.16?vec3(.86,.42,.40):k<.34?vec3(.93,.66,.58):k<.50?vec3(.93,.86,.78):k<.62?vec3(.46,.62,.60):k<.74?vec3(.70,.28,.26):k<.86?vec3(.80,.62,.36):vec3(.28,.42,.46);}
 vec3 scene(vec2 u,vec2 p){vec2 q=mat2(.93,-.36,.36,.93)*(u-.5);q+=.022*(vec2(fbm(u*3.),fbm(u*3.+9.))-.5);q+=.5;
  float col=floor(q.x*4.2+.18*sin(q.y*2.));float fx=fract(q.x*4.2+.18*sin(q.y*2.));float sy=q.y*(2.4+2.6*h1(col+2.))+h1(col)*5.;float row=floor(sy),fy=fract(sy);float sc=2.4+2.6*h1(col+2.);
  float id=h1(col*7.3+row*3.1);vec3 c=pc(id);
  float ex=min(fx,1.-fx)/4.2,ey=min(fy,1.-fy)/sc;float ed=min(ex,ey)+.004*(fbm(u*40.)-.5);
  float f1=fbm(u*vec2(5.,5.)+id*40.),f2=fbm(u*26.+id*9.),r=rdg(u*7.+id*20.);
  c*=.72+.55*f1;c=mix(c,pc(fract(id+.17)),smoothstep(.48,.72,fbm(u*3.4+id*13.))*.55);
  c=mix(c,vec3(.98,.95,.92),smoothstep(.56,.86,r+.25*f2-.1)*.75);c=mix(c,vec3(.98,.94,.90),exp(-max(ed,0.)*60.)*.65*smoothstep(.3,.6,f2+.1));
  float dk=smoothstep(.0085,.006,ed);vec3 mud=vec3(.36,.29,.24)*(.6+.8*fbm(u*90.));mud=mix(mud,vec3(.80,.73,.66),smoothstep(.0045,.002,ed)*.75);c=mix(c,mud,dk);
  float tr=smoothstep(.0022,.001,abs(q.x-.515-.01*sin(q.y*9.)));c=mix(c,vec3(.9,.86,.8),tr*.0);
  c*=.93+.14*fbm(u*120.);c+=vec3(.16,.17,.18)*smoothstep(.55,.9,fbm(u*1.6+5.))*.6;return c*.98;}`,
};

export const dune = {
  size: [3, 2],
  film: { vignette: 0.32, grain: 0.9, tint: [1, 0.98, 1.02], lift: [0.02, 0.012, 0.02] },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 c=mix(vec3(.98,.80,.66),vec3(.26,.42,.60),smoothstep(.55,1.05,u.y));
  float y0=.60+.045*sin(u.x*3.1+1.)+.02*fbm(vec2(u.x*4.,1.));vec3 far=mix(vec3(.86,.56,.38),vec3(.62,.40,.34),smoothstep(.3,.75,u.x+.2*sin(u.y*30.+u.x*7.)*.1));
  c=mix(c,mix(far,vec3(.95,.74,.6),.45),smoothstep(.002,-.002,u.y-y0));
  float y1=.56+.20*exp(-pow((u.x-.64)*2.5,2.))-.10*exp(-pow((u.x-.18)*4.,2.))+.012*sin(u.x*9.);
  float e=smoothstep(.0018,-.0018,u.y-y1);float dy=y1-u.y;
  float crest=.645-.26*pow(clamp((.76-u.y)/.76,0.,1.),.75)+.115*sin((.76-u.y)*6.6)+.006*(fbm(vec2(u.y*12.,3.))-.5);
  float s=u.x-crest;float lit=smoothstep(.0035,-.0035,s);
  float w=fbm(u*vec2(3.,5.));float z=1./(u.y*.9+.22);
  float rp=sin((u.x*38.+u.y*150.*(.35+.65*u.y)+w*13.)*z*.62);float rp2=rp*.5+.5;
  vec3 L=mix(vec3(1.12,.66,.36),vec3(1.18,.80,.52),smoothstep(.0,.7,u.y))*(.80+.22*w+.20*(rp2-.5)*smoothstep(0.,.12,dy)*smoothstep(.9,.1,u.y));
  L*=1.-.30*exp(-abs(s)*16.)*0.+.10*exp(-abs(s)*30.);
  vec3 D=mix(vec3(.17,.085,.075),vec3(.36,.20,.165),smoothstep(.0,.75,u.y)+.35*smoothstep(.0,.5,s))*(.82+.35*w);D*=1.+.07*sin((u.x*60.-u.y*70.+w*12.));
  vec3 d=mix(D,L,lit);c=mix(c,d,e);
  float y2=.17+.10*sin(u.x*2.3+3.6)+.03*u.x;float e2=smoothstep(.003,-.003,u.y-y2);float w3=fbm(u*vec2(4.,9.)+8.);float rr=sin(u.x*46.+u.y*170.+w3*17.);
  c=mix(c,vec3(.30,.155,.11)*(.55+.9*w3+.22*rr)*(.6+1.5*smoothstep(.05,.0,y2-u.y)),e2);
  return c;}`,
};

export const meadow = {
  size: [3, 2],
  film: { vignette: 0.3, grain: 0.9, tint: [0.99, 1, 0.98], lift: [0.016, 0.017, 0.012] },
  paint: (x, w, h) => {
    const roll = dice(7);
    x.globalCompositeOperation = 'lighter';
    const stem = (colour, left, tall, lean, wide) => {
      x.strokeStyle = x.fillStyle = colour;
      x.lineWidth = wide;
      x.beginPath();
      x.moveTo(left, h * 1.02);
      x.quadraticCurveTo(left + lean * 0.2, h - tall * 0.6, left + lean, h - tall);
      x.stroke();
      return [left + lean, h - tall];
    };
    for (let i = 0; i < 420; i++) {
      const tall = h * (0.16 + 0.36 * roll() * roll());
      const [a, b] = stem('#600', w * roll(), tall, (roll() - 0.4) * w * 0.1, 1 + roll() * 2.2);
      if (roll() > 0.6)
        for (let k = 0; k < 11; k++)
          x.fillRect(a + (roll() - 0.5) * w * 0.008, b - k * h * 0.006 + h * 0.02, w * 0.003, h * 0.006);
    }
    for (let i = 0; i < 34; i++) {
      const z = roll();
      const s = h * (0.016 + 0.03 * z);
      const [a, b] = stem('#060', w * roll(), h * (0.22 + 0.4 * roll()), (roll() - 0.4) * w * 0.07, 1.5 + z * 2);
      x.fillStyle = '#00f';
      for (const [dx, dy, r] of [
        [-0.5, -0.1, 0.9],
        [0.5, -0.05, 0.95],
        [0, -0.4, 0.9],
        [0.05, 0.25, 0.8],
      ]) {
        x.beginPath();
        x.ellipse(a + dx * s, b + dy * s, s * r, s * r * (0.7 + 0.3 * roll()), (roll() - 0.5) * 1.2, 0, 7);
        x.fill();
      }
    }
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 sky=mix(vec3(1.25,.95,.62),vec3(.78,.82,.80),smoothstep(.55,1.1,u.y+.3*(u.x-.7)));sky+=vec3(1.,.62,.26)*exp(-length((u-vec2(.80,.80))*vec2(1.4,1.))*3.)*.8;
 float wood=.66+.06*fbm(vec2(u.x*4.,2.))+.02*fbm(vec2(u.x*22.,5.));vec3 c=mix(sky,mix(vec3(.34,.36,.20),vec3(.95,.72,.36),.35+.4*exp(-abs(u.x-.8)*3.)),smoothstep(.03,-.03,u.y-wood)*.85);
 vec3 field=mix(vec3(.16,.18,.05),vec3(.86,.68,.26),smoothstep(.15,.62,u.y))*(.72+.5*fbm(vec2(u.x*9.,u.y*16.)));c=mix(c,field,smoothstep(.60,.50,u.y));
 for(int k=0;k<3;k++){float z=float(k);vec2 g=vec2(u.x*(26.-7.*z)*1.5,u.y*(46.-12.*z))+z*9.;vec2 i=floor(g);vec2 o=vec2(h2(i),h2(i+4.))*.6+.2;float on=step(.70,h2(i+8.))*smoothstep(.56,.48,u.y)*smoothstep(.18+.05*z,.3,u.y);float r=.26+.10*h2(i+2.);float d=length((fract(g)-o)*vec2(1.,.8));c=mix(c,mix(vec3(.95,.16,.06),vec3(1.2,.40,.16),h2(i+5.)),on*smoothstep(r,r*.45,d)*(.75-.1*z));}
 vec3 far=picB(u+vec2(.02,-.05),vec2(.012,.018));c=mix(c,c*vec3(.50,.55,.35),far.r*1.2*.6);c=mix(c,vec3(.98,.22,.08),far.b*.55);
 vec3 m=picB(u,vec2(.0008,.0011));float bl=smoothstep(.0,.55,u.y);c=mix(c,mix(vec3(.06,.08,.02),vec3(.95,.74,.34),bl)*(.75+.5*fbm(u*60.)),clamp(m.r*2.3,0.,1.)*.8);c=mix(c,mix(vec3(.06,.09,.02),vec3(.36,.38,.12),bl),clamp(m.g*2.3,0.,1.)*.9);
 float in_=picB(u,vec2(.008,.012)).b;float fold=fbm(u*vec2(70.,34.));vec3 pet=mix(vec3(.50,.02,.012),vec3(1.25,.20,.06),clamp(.25+.8*fold+.35*(1.-in_),0.,1.));pet+=vec3(.75,.28,.08)*pow(1.-in_,2.)*1.1;pet=mix(pet,pet*.5,smoothstep(.45,.30,fold)*in_*.6);c=mix(c,pet,m.b*.96);
 c+=vec3(1.,.7,.36)*.10*exp(-length((u-vec2(.80,.80))*vec2(1.2,1.))*1.6);return c*.93;}`,
};
