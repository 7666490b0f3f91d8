// Jun Haskari: walkers in bad weather.
import { person } from '../brush.mjs';

export const rain = {
  size: [2, 3],
  film: { vignette: 0.5, grain: 1.3, tint: [0.9, 1, 1.08], lift: [0.012, 0.02, 0.034] },
  paint: (x, w, h) => {
    x.fillStyle = '#fff';
    x.save();
    x.translate(w * 0.4, h * 0.765);
    const s = w * 0.155;
    x.beginPath();
    x.moveTo(-s * 1.28, -s * 2.48);
    x.bezierCurveTo(-s * 1.1, -s * 3.3, -s * 0.4, -s * 3.62, 0, -s * 3.62);
    x.bezierCurveTo(s * 0.4, -s * 3.62, s * 1.1, -s * 3.3, s * 1.28, -s * 2.48);
    for (let i = 0; i < 4; i++) {
      const a = s * 1.28 - i * s * 0.64;
      x.quadraticCurveTo(a - s * 0.32, -s * 2.72, a - s * 0.64, -s * 2.48);
    }
    x.fill();
    x.fillRect(-2, -s * 3.75, 5, s * 2.2);
    person(x, -s * 0.1, s * 0.13, s * 2.62, 0.08, true);
    x.restore();
  },
  shader: /* glsl */ `
vec3 pal(float k){return k<.42?vec3(1.5,.78,.30):k<.6?vec3(1.5,.26,.16):k<.78?vec3(1.0,.92,.78):k<.9?vec3(.25,.85,.95):vec3(.35,1.05,.5);}
 vec3 bok(vec2 p,float s){vec3 c=vec3(0);for(int i=0;i<64;i++){float f=float(i)+s;float z=h1(f*3.3);vec2 l=vec2((h1(f)-.5)*1.5,mix(-.02,.78,pow(h1(f*1.7),1.15))*1.0);
   float r=mix(.018,.085,z*z);float d=length(p-l);float disc=smoothstep(r,r*.93,d)*(.55+.55*smoothstep(r*.5,r,d));
   c+=pal(h1(f*5.1))*disc*mix(.34,.055,z)*(.5+h1(f*9.));}return c;}
 vec3 scene(vec2 u,vec2 p){float hz=-.28;vec3 c;vec3 amb=mix(vec3(.20,.12,.085),vec3(.035,.055,.095),smoothstep(-.3,.7,p.y));
  if(p.y>hz){c=amb*(.6+.8*fbm(p*2.+5.));float b=step(.5,n2(vec2(floor(p.x*7.),3.)));
   for(int i=0;i<5;i++){float f=float(i);float x0=-.55+.25*f;float hgt=.15+.5*h1(f+8.);float e=smoothstep(.03,-.03,abs(p.x-x0)-.11)*smoothstep(.03,-.03,p.y-hgt);c=mix(c,vec3(.028,.034,.05)*(1.+f*.2),e*.75);}
   c+=bok(p,0.);}
  else{float d=hz-p.y;float w=fbm(vec2(p.x*9./(d+.25),1./(d+.05)*1.6))-.5;float w2=n2(vec2(p.x*46.,p.y*120.))-.5;
   vec3 a=vec3(0);for(int i=0;i<7;i++){float o=float(i)/6.-.5;a+=bok(vec2(p.x+w*.10+w2*.012,hz+d*1.05+o*.34+w*.28),0.);}
   c=amb*.5+a/7.*mix(1.6,.8,smoothstep(0.,.7,d))*(.5+1.1*smoothstep(-.25,.35,w));c*=mix(vec3(1.),vec3(.55,.62,.75),smoothstep(.1,.6,d));}
  c+=vec3(1.1,.6,.28)*exp(-length(p-vec2(.32,.16))*3.4)*.42;
  float m=mskB(u,vec2(.0026,.0018));float rim=clamp(mskB(u+vec2(-.010,-.004),vec2(.006,.004))-m,0.,1.);
  vec2 ru=vec2(u.x+(fbm(vec2(u.x*30.,u.y*60.))-.5)*.05,2.*.222-u.y);float mr=u.y<.228?mskB(ru,vec2(.016,.014)):0.;
  c=mix(c,c*.16,mr*.9);c=mix(c,vec3(.014,.016,.022),m*.985);
  float rs=0.;for(int k=0;k<3;k++){float s=44.+float(k)*38.;vec2 q=vec2(p.x*s+p.y*4.,p.y*(3.+float(k)*1.3)+h1(floor(p.x*s+p.y*4.)+float(k))*9.);rs+=step(.988-.003*float(k),h2(floor(q)))*smoothstep(.5,.0,abs(fract(q.x)-.5))*smoothstep(0.,.6,fract(q.y));}
  c+=vec3(.85,.8,.78)*rs*.085*(.4+bok(p,0.)*.6+.4);
  return c*1.12;}`,
};

export const crossing = {
  size: [3, 2],
  film: { vignette: 0.6, grain: 1.3, tint: [1.04, 0.99, 0.93], lift: [0.022, 0.016, 0.012] },
  paint: (x, w, h) => {
    x.fillStyle = '#fff';
    const man = (cx, by, s, k, um) => {
      x.save();
      x.translate(cx, by);
      x.rotate(0.012 * k);
      x.beginPath();
      x.ellipse(s * 0.012, -s * 0.915, s * 0.047, s * 0.062, 0.1, 0, 7);
      x.fill();
      x.beginPath();
      x.moveTo(-s * 0.028, -s * 0.88);
      x.lineTo(-s * 0.03, -s * 0.83);
      x.lineTo(s * 0.045, -s * 0.83);
      x.lineTo(s * 0.04, -s * 0.88);
      x.fill();
      x.beginPath();
      x.moveTo(-s * 0.025, -s * 0.845);
      x.bezierCurveTo(-s * 0.1, -s * 0.825, -s * 0.128, -s * 0.79, -s * 0.13, -s * 0.7);
      x.bezierCurveTo(-s * 0.15, -s * 0.58, -s * 0.125, -s * 0.47, -s * 0.118, -s * 0.42);
      x.lineTo(-s * 0.165, -s * 0.26);
      x.quadraticCurveTo(-s * 0.02, -s * 0.225, s * 0.135, -s * 0.275);
      x.lineTo(s * 0.1, -s * 0.43);
      x.bezierCurveTo(s * 0.135, -s * 0.5, s * 0.15, -s * 0.6, s * 0.138, -s * 0.7);
      x.bezierCurveTo(s * 0.13, -s * 0.79, s * 0.1, -s * 0.825, s * 0.04, -s * 0.845);
      x.fill();
      const leg = (a, f, l) => {
        x.beginPath();
        x.moveTo(a - s * 0.052, -s * 0.29);
        x.lineTo(f - s * 0.026, -s * 0.035 - l);
        x.lineTo(f - s * 0.03, -l);
        x.quadraticCurveTo(f + s * 0.05, s * 0.012 - l, f + s * 0.085, -l);
        x.quadraticCurveTo(f + s * 0.075, -s * 0.028 - l, f + s * 0.026, -s * 0.05 - l);
        x.lineTo(a + s * 0.052, -s * 0.29);
        x.fill();
      };
      leg(-s * 0.045, -s * (0.03 + 0.1 * k), s * 0.02 * k);
      leg(s * 0.04, s * (0.03 + 0.1 * k), 0);
      if (um) {
        const y = -s * 0.99;
        x.beginPath();
        x.moveTo(-s * 0.34, y + s * 0.02);
        x.bezierCurveTo(-s * 0.25, y - s * 0.2, s * 0.02, y - s * 0.235, s * 0.06, y - s * 0.235);
        x.bezierCurveTo(s * 0.2, y - s * 0.22, s * 0.36, y - s * 0.1, s * 0.4, y + s * 0.045);
        x.quadraticCurveTo(s * 0.29, y - s * 0.03, s * 0.17, y + s * 0.015);
        x.quadraticCurveTo(s * 0.07, y - s * 0.05, -s * 0.06, y - s * 0.005);
        x.quadraticCurveTo(-s * 0.2, y - s * 0.055, -s * 0.34, y + s * 0.02);
        x.fill();
        x.beginPath();
        x.moveTo(s * 0.052, y - s * 0.27);
        x.lineTo(s * 0.066, y - s * 0.27);
        x.lineTo(s * 0.085, -s * 0.6);
        x.lineTo(s * 0.072, -s * 0.6);
        x.fill();
      }
      x.restore();
    };
    man(w * 0.37, h * 0.8, h * 0.46, 1, 1);
    man(w * 0.575, h * 0.7, h * 0.29, 0.6, 0);
    man(w * 0.66, h * 0.66, h * 0.215, 1, 1);
    man(w * 0.49, h * 0.625, h * 0.15, 0.4, 0);
    man(w * 0.75, h * 0.63, h * 0.16, 0.9, 0);
    man(w * 0.26, h * 0.615, h * 0.135, 0.5, 1);
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec2 sun=vec2(.545,.60);float d=length((u-sun)*vec2(1.5,1.15));vec3 c=mix(vec3(1.55,1.25,.88),vec3(.30,.22,.155),smoothstep(0.,.95,d));
  for(int i=0;i<6;i++){float f=float(i);float s=f<3.?-1.:1.;float k=mod(f,3.);float x0=.5+s*(.16+.15*k);float top=.70+.14*k+.05*h1(f);float e=smoothstep(.006,-.006,s*(x0-u.x))*smoothstep(.008+.01*(2.-k),-.008,u.y-top);float win=step(.62,n2(floor(vec2(u.x*60.,u.y*46.))))*.06;c=mix(c,mix(vec3(.95,.74,.50),vec3(.115,.085,.062),(k+.7)/3.2)+win*.4,e*(.35+.24*k)*smoothstep(.34,.42,u.y));}
  float G=.40;if(u.y<G){float dd=G-u.y;float per=1./(dd+.05);float tex=fbm(vec2((u.x-.5)*per*2.2,per*2.4));vec3 g=mix(vec3(1.15,.86,.55),vec3(.085,.062,.048),smoothstep(.0,.42,dd));g*=.55+.85*tex;g+=vec3(1.2,.85,.5)*exp(-pow((u.x-sun.x)*3.6/(1.+dd*2.),2.))*(.55-.6*dd)*(.4+tex);
   float zx=(u.x-.5)/(dd+.10);float st=smoothstep(.46,.54,abs(fract(zx*1.35)-.5)*2.)*smoothstep(.05,.12,dd)*smoothstep(.30,.24,dd);g=mix(g,g*1.7+vec3(.10,.08,.06),st*.55*(.5+tex));c=mix(c,g,smoothstep(0.,.03,dd));}
  float ray=fbm(vec2(atan(u.x-sun.x,u.y-sun.y)*5.,d*.6));c+=vec3(.9,.62,.34)*pow(ray,2.2)*exp(-d*2.2)*.75;
  float m=mskB(u,vec2(.0011,.0016));float z=smoothstep(.19,.40,u.y);
  float sh=0.;for(int i=0;i<16;i++){float o=float(i)/15.;vec2 q=vec2(mix(u.x,sun.x,-(o)*.0)+(u.x-sun.x)*(-.0),u.y);float by=.20+.0*o;sh+=0.;}
  vec2 a=vec2(sun.x+(u.x-sun.x)*(.86),.20+(.20-u.y)*2.3);if(u.y<.20)sh=mskB(vec2(.37+(u.x-.37+ (u.y-.2)*-.75*.0+(.20-u.y)*.55),a.y),vec2(.010,.016));
  c=mix(c,c*.22,clamp(sh,0.,1.)*.85*smoothstep(.0,.2,u.y+.05));
  float fogd=smoothstep(.70,.36,1.-u.y);float near=smoothstep(.43,.50,u.x)*1.;float far=((u.x<.285&&u.y<.6)||(u.x>.465&&!(u.y>.6&&u.x<.52)))?1.:0.;
  vec3 fig=mix(vec3(.028,.022,.018),vec3(.36,.255,.16),far*.62);c=mix(c,fig,m*mix(.985,.84,far));
  c+=vec3(1.,.72,.42)*.22*exp(-d*2.4)*(1.-m*.3);c=mix(c,vec3(dot(c,vec3(.34,.55,.11)))*vec3(1.14,.97,.76),.42);return c*.94;}`,
};
