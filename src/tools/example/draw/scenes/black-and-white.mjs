// Petra Lowmere: one thing, no colour, a great deal of air.
import { bird, dice, tree } from '../brush.mjs';

export const oak = {
  size: [1, 1],
  film: { vignette: 0.3, grain: 1.2, tint: [1.02, 1, 0.99], lift: [0.016, 0.015, 0.016] },
  paint: (x, w, h) => {
    x.strokeStyle = x.fillStyle = '#f00';
    tree(x, {
      left: w * 0.61,
      top: h * 0.735,
      length: h * 0.088,
      width: w * 0.03,
      spread: 0.62,
      depth: 10,
      seed: 77,
      lean: -0.06,
    });
    x.beginPath();
    x.moveTo(w * 0.585, h * 0.74);
    x.quadraticCurveTo(w * 0.599, h * 0.72, w * 0.598, h * 0.68);
    x.lineTo(w * 0.622, h * 0.68);
    x.quadraticCurveTo(w * 0.621, h * 0.72, w * 0.64, h * 0.74);
    x.fill();
    for (let i = 0; i < 15; i++)
      x.fillRect(w * (0.012 + i * 0.033), h * (0.728 - i * 0.0011), w * 0.0024, h * (0.022 - i * 0.0005));
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float v=mix(.60,.80,smoothstep(.2,1.,u.y));v*=.95+.10*fbm(u*vec2(1.6,3.));v+=.10*exp(-length(u-vec2(.35,.55))*2.2);
 float y=.265+.018*sin(u.x*2.2+.5)+.004*fbm(vec2(u.x*8.,2.));float wood=.30+.020*fbm(vec2(u.x*14.,1.))+.012*n2(vec2(u.x*120.,3.));v=mix(v,.60,smoothstep(.006,-.004,u.y-wood)*.55*smoothstep(.0,.3,abs(u.x-.2)+.08));
 float s=.80-.14*smoothstep(y,0.,u.y)+.09*(fbm(vec2(u.x*3.,u.y*17.))-.5)+.05*(fbm(vec2(u.x*24.,u.y*110.))-.5);float d=y-u.y;
 float fur=abs(fract((u.x-.5)/(d+.09)*2.3+.3*fbm(vec2(u.x*3.,d*5.)))-.5);s-=.085*smoothstep(.16,.02,fur)*smoothstep(0.,.06,d)*smoothstep(.42,.1,d);v=mix(v,s,smoothstep(.0022,-.0022,u.y-y));
 float tuft=smoothstep(.70,.82,n2(vec2(u.x*210.,u.y*50.)))*smoothstep(.5,.66,n2(u*vec2(18.,26.)+2.))*step(u.y,y-.01);v=mix(v,.22,tuft*.55);
 float m=mskB(u,vec2(.0007));v=mix(v,.045+.05*fbm(u*90.),m*.97);
 float fl=0.;for(int k=0;k<3;k++){float z=22.+26.*float(k);vec2 g=u*z+vec2(u.y*3.,float(k)*5.);vec2 i=floor(g);float r=.05+.07*h2(i+4.);fl+=smoothstep(r,r*.3,length(fract(g)-.2-.6*vec2(h2(i),h2(i+2.))))*step(.55,h2(i+8.));}
 v=mix(v,.93,clamp(fl,0.,1.)*.5);return vec3(v)*vec3(1.,.995,.985);}`,
};

export const wires = {
  size: [1, 1],
  film: { vignette: 0.4, grain: 1.3, tint: [1.02, 1, 0.99], lift: [0.014, 0.013, 0.014] },
  paint: (x, w, h) => {
    x.strokeStyle = x.fillStyle = '#f00';
    const roll = dice(19);
    const wire = (k, t) =>
      h * (0.56 + 0.052 * k) - h * (0.23 + 0.012 * k) * t + h * 0.16 * (t - 0.86) * t * 1.2 + h * 0.02;
    for (let k = 0; k < 5; k++) {
      x.lineWidth = w * 0.0026;
      x.beginPath();
      for (let t = -0.02; t <= 1.03; t += 0.01) x.lineTo(w * t, wire(k, t));
      x.stroke();
      for (let i = 0; i < 13; i++) {
        const t = roll();
        if (t > 0.8 || (k === 2 && t < 0.3)) continue;
        const s = w * (0.013 + 0.004 * roll());
        const left = w * t;
        const top = wire(k, t);
        const look = roll() > 0.5 ? 1 : -1;
        x.beginPath();
        x.ellipse(left, top - s * 0.95, s * 0.5, s * 0.92, look * 0.28, 0, 7);
        x.fill();
        x.beginPath();
        x.arc(left + look * s * 0.34, top - s * 1.85, s * 0.4, 0, 7);
        x.fill();
        x.beginPath();
        x.moveTo(left - look * s * 0.1, top - s * 0.4);
        x.lineTo(left - look * s * 0.75, top + s * 0.85);
        x.lineTo(left + look * s * 0.2, top - s * 0.1);
        x.moveTo(left + look * s * 0.65, top - s * 1.95);
        x.lineTo(left + look * s * 1.05, top - s * 1.8);
        x.lineTo(left + look * s * 0.6, top - s * 1.7);
        x.fill();
      }
    }
    const px = w * 0.86;
    x.save();
    x.translate(px, h);
    x.rotate(0.018);
    x.fillRect(-w * 0.013, -h * 0.86, w * 0.026, h * 0.9);
    for (const y of [0.76, 0.66]) {
      x.fillRect(-w * 0.1, -h * y, w * 0.2, h * 0.014);
      for (const i of [-0.09, -0.05, 0.05, 0.09])
        x.fillRect(w * i - w * 0.005, -h * y - h * 0.022, w * 0.01, h * 0.024);
    }
    x.restore();
    for (let i = 0; i < 26; i++)
      bird(
        x,
        w * (0.08 + 0.75 * roll()),
        h * (0.05 + 0.34 * roll() * roll() + 0.1 * roll()),
        w * (0.016 + 0.03 * roll()),
        0.2 + roll() * 0.9,
        (roll() - 0.5) * 0.9,
      );
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float v=mix(.74,.34,smoothstep(.05,1.1,u.y));float cl=fbm(u*vec2(1.8,3.6)+2.)*.7+fbm(u*vec2(6.,9.))*.3;v=mix(v,.90,smoothstep(.44,.66,cl)*.75);v=mix(v,.20,smoothstep(.50,.30,cl)*.65*smoothstep(.2,.9,u.y));
 v+=.18*exp(-length((u-vec2(.28,.1))*vec2(1.,1.6))*2.6);float y=.055+.022*fbm(vec2(u.x*6.,4.))+.012*n2(vec2(u.x*90.,1.));v=mix(v,.10,smoothstep(.003,-.003,u.y-y));
 float m=mskB(u,vec2(.0007));v=mix(v,.035,m*.97);return vec3(v)*vec3(1.,.995,.985)*.98;}`,
};

export const fence = {
  size: [1, 1],
  film: { vignette: 0.35, grain: 1.2, tint: [1.01, 1, 1], lift: [0.018, 0.018, 0.019] },
  paint: (x, w, h) => {
    const roll = dice(5);
    x.lineCap = 'round';
    const posts = [];
    for (let i = 0; i < 22; i++) {
      const z = 1 + i * 0.62;
      posts.push([
        w * (0.47 + 0.44 / z - 0.1 * Math.sin(z * 0.32)),
        h * (0.42 + 0.56 / z),
        h * (0.46 / z) * (0.9 + 0.2 * roll()),
        w * (0.034 / z),
        (roll() - 0.5) * 0.14,
        z,
      ]);
    }
    for (let i = posts.length - 1; i >= 0; i--) {
      const [left, foot, tall, wide, lean, z] = posts[i];
      const shade = Math.round(255 * Math.exp(-(z - 1) * 0.26));
      x.fillStyle = x.strokeStyle = `rgb(255,${shade},0)`;
      const next = posts[i + 1];
      if (next) {
        x.lineWidth = Math.max(1, wide * 0.09);
        for (const k of [0.9, 0.62, 0.34]) {
          x.beginPath();
          x.moveTo(left + lean * tall * k, foot - tall * k);
          x.quadraticCurveTo(
            (left + next[0]) / 2,
            (foot - tall * k + next[1] - next[2] * k) / 2 + tall * 0.03,
            next[0] + next[4] * next[2] * k,
            next[1] - next[2] * k,
          );
          x.stroke();
        }
      }
      x.save();
      x.translate(left, foot);
      x.rotate(lean);
      x.beginPath();
      x.moveTo(-wide * 0.6, tall * 0.04);
      x.lineTo(-wide * 0.5, -tall * 0.97);
      x.lineTo(wide * 0.1, -tall);
      x.lineTo(wide * 0.52, -tall * 0.96);
      x.lineTo(wide * 0.62, tall * 0.04);
      x.fill();
      x.restore();
    }
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float fog=.80+.06*fbm(u*vec2(2.,3.))-.12*smoothstep(.55,1.05,u.y);float v=fog;float H=.575,d=H-u.y;
 if(d>0.){float per=1./(d+.05);float dr=fbm(vec2((u.x-.5)*per*1.2,per*2.6))-.5;float fi=fbm(vec2((u.x-.5)*per*9.,per*22.))-.5;float s=.84+dr*.26+fi*.10-.10*smoothstep(.2,.6,d);
  float g=smoothstep(.60,.78,n2(vec2((u.x-.5)*per*30.,per*26.)))*smoothstep(.5,.7,n2(vec2((u.x-.5)*per*3.,per*5.)));s=mix(s,.34,g*.6*smoothstep(.08,.3,d));v=mix(fog,s,smoothstep(.0,.28,d));
  float side=smoothstep(.03,.0,abs(u.x-.5-.42*d))*0.;v-=side;}
 vec3 m=picB(u,vec2(.0010));float depth=m.g/max(m.r,.01);float bark=fbm(u*vec2(150.,30.));v=mix(v,mix(fog*.90,.045+.15*bark*bark,pow(depth,.75)),m.r*.98);
 float sn=m.r*(1.-msk(u+vec2(0.,.006)));v=mix(v,.93,sn*.8*depth);v=mix(v,fog,.10+.10*fbm(u*3.+6.));return vec3(v)*vec3(1.,.998,.992);}`,
};

export const poplars = {
  size: [5, 4],
  film: { vignette: 0.45, grain: 1.2, tint: [1.03, 1, 0.97], lift: [0.016, 0.014, 0.013] },
  paint: (x, w, h) => {
    const H = h * 0.56;
    x.strokeStyle = x.fillStyle = '#f00';
    const roll = dice(63);
    for (let i = 0; i < 13; i++) {
      const left = w * (0.13 + i * 0.066 + (roll() - 0.5) * 0.034);
      const tall = h * (0.27 + 0.13 * Math.sin(1 + i * 0.24) + 0.13 * roll()) * (i === 8 ? 0.4 : 1);
      x.lineWidth = w * 0.0052;
      x.beginPath();
      x.moveTo(left, H);
      x.lineTo(left + (roll() - 0.5) * 4, H - tall);
      x.stroke();
      for (let k = 0; k < 420; k++) {
        const t = 0.12 + 0.88 * roll();
        const reach = tall * 0.105 * Math.sin(Math.PI * Math.min(1, t ** 0.62)) * (0.3 + 0.8 * roll());
        const side = roll() > 0.5 ? 1 : -1;
        x.lineWidth = w * 0.0008 + w * 0.0011 * (1 - t);
        x.beginPath();
        x.moveTo(left, H - tall * (t - 0.07));
        x.quadraticCurveTo(
          left + side * reach * 0.7,
          H - tall * (t - 0.02),
          left + side * reach * 0.85,
          H - tall * (t + 0.03 + 0.07 * roll()),
        );
        x.stroke();
      }
    }
    x.fillRect(-2, H - h * 0.006, w + 4, h * 0.01);
    for (let i = 0; i < 160; i++) x.fillRect(w * roll(), H - h * (0.008 + 0.014 * roll()), w * 0.003, h * 0.014);
  },
  shader: /* glsl */ `
float air(vec2 u){float t=clamp((u.y-.44)/.56,0.,1.);float v=mix(.92,.30,pow(t,.75));float cl=fbm(vec2(u.x*1.8,u.y*5.)+4.)*.7+fbm(vec2(u.x*7.,u.y*12.))*.3;v=mix(v,.95,smoothstep(.48,.66,cl)*.6*(1.-t*.4));v=mix(v,.16,smoothstep(.50,.34,cl)*t*.7);return v+.12*exp(-length((u-vec2(.78,.5))*vec2(1.2,2.6))*3.);}
vec3 scene(vec2 u,vec2 p){float H=.44;float v;if(u.y>H){v=air(u);v=mix(v,.55,smoothstep(.006,-.006,u.y-H-.02-.012*fbm(vec2(u.x*20.,1.)))*.5);v=mix(v,.03,mskB(u,vec2(.0007))*.97);v=mix(v,.66,.62*exp(-(u.y-H-.004)*20.)*(.4+.9*fbm(vec2(u.x*4.,u.y*9.))));}
 else{float d=H-u.y,per=1./(d+.03);float w=fbm(vec2((u.x-.5)*per*1.6,per*4.))-.5;vec2 r=vec2(u.x+w*.014*(.3+d*3.),2.*H-u.y+w*.03*d);v=air(r)*mix(.92,.55,smoothstep(0.,.45,d));v=mix(v,.05,mskB(r,vec2(.001,.0012+.006*d))*mix(.92,.7,d*2.));v*=1.+w*.25*d;
  float reed=smoothstep(.72,.86,n2(vec2(u.x*260.+u.y*20.,u.y*9.)))*smoothstep(.5,.72,n2(vec2(u.x*6.,2.))+.25*smoothstep(.12,.0,u.y))*smoothstep(.12,.02,u.y);v=mix(v,.04,reed*.8);}
 return vec3(v)*vec3(1.02,1.,.965)*.97;}`,
};
