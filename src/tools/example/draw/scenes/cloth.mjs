// Ode Vasquarre: cloth in the street.
import { dice } from '../brush.mjs';

export const laundry = {
  size: [3, 2],
  film: { vignette: 0.22, grain: 0.9, tint: [1.01, 0.99, 1], lift: [0.018, 0.014, 0.016] },
  paint: (x, w, h) => {
    const roll = dice(44);
    const colours = [
      '#f4efe6',
      '#d8452f',
      '#f4efe6',
      '#e9b53a',
      '#2f5f8a',
      '#f1e3d3',
      '#7fb1a8',
      '#e58a7b',
      '#f4efe6',
      '#23395b',
    ];
    const line = (k, t) => h * (0.17 + 0.36 * k + 0.05 * Math.sin(Math.PI * t) + (k ? -0.03 : 0.03) * t);
    for (let k = 0; k < 2; k++) {
      x.strokeStyle = '#3c3531';
      x.lineWidth = w * 0.0016;
      x.beginPath();
      for (let t = -0.02; t < 1.03; t += 0.01) x.lineTo(w * t, line(k, t));
      x.stroke();
      let t = 0.035 + k * 0.02;
      for (let i = 0; t < 0.93; i++) {
        const kind = Math.floor(roll() * 4);
        const wide = [0.15, 0.1, 0.085, 0.05][kind] * (0.9 + 0.25 * roll());
        const tall = h * [0.27, 0.22, 0.2, 0.13][kind] * (0.9 + 0.2 * roll());
        if (t + wide > 0.975) break;
        const [a, b] = [w * t, w * (t + wide)];
        const [ya, yb] = [line(k, t), line(k, t + wide)];
        const blow = w * (0.008 + 0.014 * roll());
        x.fillStyle = colours[(i * 3 + k * 4 + Math.floor(roll() * 2)) % colours.length];
        x.beginPath();
        x.moveTo(a, ya);
        if (kind === 2) {
          x.lineTo(a - w * 0.022, ya + tall * 0.34);
          x.lineTo(a + w * 0.008, ya + tall * 0.4);
          x.quadraticCurveTo(a + w * 0.01 + blow * 0.4, ya + tall * 0.7, a + w * 0.004 + blow, ya + tall);
          x.lineTo(b - w * 0.004 + blow, yb + tall * 0.97);
          x.quadraticCurveTo(b - w * 0.01 + blow * 0.4, yb + tall * 0.7, b - w * 0.01, yb + tall * 0.4);
          x.lineTo(b + w * 0.024, yb + tall * 0.32);
          x.lineTo(b, yb);
          x.quadraticCurveTo((a + b) / 2, (ya + yb) / 2 + tall * 0.12, a, ya);
        } else {
          x.quadraticCurveTo(a + blow * 0.2, ya + tall * 0.5, a + blow, ya + tall * (0.98 + 0.04 * roll()));
          x.bezierCurveTo(
            a + (b - a) * 0.35 + blow,
            ya + tall * 1.05,
            a + (b - a) * 0.7 + blow,
            yb + tall * 0.95,
            b + blow,
            yb + tall,
          );
          x.quadraticCurveTo(b + blow * 0.2, yb + tall * 0.5, b, yb);
          x.quadraticCurveTo((a + b) / 2, (ya + yb) / 2 + h * 0.012, a, ya);
        }
        x.fill();
        if (kind === 1 && roll() > 0.3) {
          x.save();
          x.clip();
          x.fillStyle = 'rgba(255,250,240,.6)';
          for (let s = 0; s < 7; s++)
            x.fillRect(a - w * 0.02, ya + tall * (0.1 + s * 0.14), b - a + w * 0.06, tall * 0.06);
          x.restore();
        }
        x.fillStyle = '#caa36c';
        for (const at of [0.06, 0.94])
          x.fillRect(a + (b - a) * at - w * 0.002, ya + (yb - ya) * at - h * 0.012, w * 0.0042, h * 0.026);
        t += wide + 0.014 + 0.035 * roll();
      }
    }
  },
  shader: /* glsl */ `
float cloth(vec2 u){vec3 c=pic(u).rgb;return smoothstep(.05,.10,max(c.r,max(c.g,c.b)));}
float clothB(vec2 u,vec2 r){float s=0.;for(int i=0;i<20;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/20.);s+=cloth(u+vec2(cos(a),sin(a))*d*r);}return s/20.;}
vec3 scene(vec2 u,vec2 p){vec3 w=mix(vec3(.93,.66,.40),vec3(.90,.58,.36),fbm(u*3.));w*=.86+.24*fbm(u*vec2(7.,7.)+3.);w*=.93+.14*fbm(u*80.);float flake=smoothstep(.60,.64,fbm(u*vec2(4.,5.)+7.)+.10*fbm(u*30.));w=mix(w,vec3(.86,.82,.74)*(.8+.3*fbm(u*24.)),flake);w*=1.-.4*smoothstep(.02,.0,abs(fbm(u*vec2(4.,5.)+7.)+.10*fbm(u*30.)-.602))*.5;
 w*=1.-.28*smoothstep(.5,.85,fbm(vec2(u.x*9.,u.y*1.2)))*smoothstep(1.,.2,u.y);
 vec2 s=(u-vec2(.80,.50))*vec2(1.5,1.);float fr=max(abs(s.x)-.135,abs(s.y)-.24);w=mix(w,vec3(.92,.90,.85)*(.9+.14*fbm(u*40.)),smoothstep(.022,.019,fr));float in_=smoothstep(.002,-.002,fr);float sl=fract(s.y*26.);vec3 shut=vec3(.10,.34,.36)*(.45+.75*smoothstep(.0,.6,sl)*smoothstep(1.,.85,sl));shut=mix(shut,vec3(.08,.27,.29),smoothstep(.012,.008,abs(abs(s.x)-.068)-.052)*0.+step(.118,abs(s.x))+step(abs(s.x),.014)+step(.225,abs(s.y)));shut*=1.-.7*smoothstep(.004,.001,abs(s.x));w=mix(w,shut*(.8+.3*fbm(u*30.)),in_);w*=1.-.3*smoothstep(.03,.0,abs(s.y+.262))*step(abs(s.x),.17)*step(s.y,-.262);
 float sh=clothB(u+vec2(.030,.052),vec2(.006,.009));vec3 c=mix(w,w*vec3(.44,.40,.50),sh*.9);
 float m=clothB(u,vec2(.0007,.001));vec3 col=pow(pic(u).rgb,vec3(1.15));float f=fbm(vec2(u.x*30.+3.*fbm(u*6.),u.y*4.));float f2=fbm(vec2(u.x*30.+3.*fbm(u*6.)+.5,u.y*4.));col*=.74+.40*f+1.1*(f-f2);col*=.95+.1*fbm(u*vec2(400.,400.));col+=vec3(.12,.10,.06)*smoothstep(.55,.75,f);
 c=mix(c,unfilm(min(col,.98)),m);c*=mix(.78,1.06,smoothstep(-.05,.25,u.y+.55*u.x-.14-.05*sin(u.x*5.)))+.0;return c*1.02;}`,
};

export const awnings = {
  size: [1, 1],
  film: { vignette: 0.25, grain: 0.9, tint: [1.01, 0.99, 1], lift: [0.018, 0.014, 0.016] },
  shader: /* glsl */ `
float id;vec2 uv;
float map(vec3 p){float d=p.y;id=1.;float m=d;for(int i=0;i<6;i++){float f=float(i);vec3 c=vec3(-4.6+3.1*mod(f,3.)+.5*step(2.5,f),2.3+.18*h1(f+3.),1.4+4.1*floor(f/3.)+.4*sin(f*2.1));vec3 q=p-c;q.xz*=rot(.10*sin(f*3.7));float hh=.62*(1.-max(abs(q.x)/1.42,abs(q.z)/1.62));float sag=.10*sin(clamp(abs(q.x)/1.42,0.,1.)*3.1416)*sin(clamp(abs(q.z)/1.62,0.,1.)*3.1416);float r=max(abs(q.y-hh+sag)-.012,max(abs(q.x)-1.40,abs(q.z)-1.60));float v=max(max(abs(q.x)-1.41,abs(q.z)-1.61),-max(abs(q.x)-1.39,abs(q.z)-1.59));v=max(v,max(q.y-.01,-q.y-.24-.05*cos((q.x+q.z)*16.)));r=min(r*.75,v*.8);if(r<m){m=r;id=10.+f;uv=q.xz;}float po=length(vec2(abs(q.x)-1.3,abs(q.z)-1.5))-.03;po=max(po,q.y);if(po<m){m=po;id=2.;}}
 for(int i=0;i<9;i++){float f=float(i);vec3 q=p-vec3(-4.2+2.0*mod(f,5.)+.4*h1(f),.0,-.75+4.15*floor(f/5.)+.25*h1(f+7.));float h=1.15+.2*h1(f+4.);float b=min(caps(q,vec3(0.,.5,0.),vec3(0.,h,0.),.17),length(q-vec3(0.,h+.34,0.))-.13);b=min(b,max(length(q.xz-0.)-.30,abs(q.y-h-.36)-.015));if(b<m){m=b;id=30.+f;}}
 for(int i=0;i<8;i++){float f=float(i);vec3 q=p-vec3(-5.6+1.55*f,.42,-.05);q.z-=4.1*step(4.,f)*0.;float b=rbox(q,vec3(.62,.42,.42),.03);if(b<m){m=b;id=50.+f;}}
 return m;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-1.6,9.6,-6.4),rd=ray(p,ro,vec3(-1.3,.9,2.3),1.7);float t=hit(ro,rd,40.);vec3 q=ro+rd*t;map(q);float k=id;vec2 w=uv;vec3 n=nrm(q,.003);vec3 L=normalize(vec3(-.50,.80,-.32));vec3 a;float trans=0.;
 if(k<1.5){vec2 tl=q.xz*1.5;tl.x+=.5*mod(floor(tl.y),2.);vec2 f=abs(fract(tl)-.5);a=vec3(.56,.47,.38)*(.8+.3*h2(floor(tl)))*(.85+.3*fbm(q.xz*4.));a*=1.-.3*smoothstep(.45,.49,max(f.x,f.y));}
 else if(k<2.5)a=vec3(.5);
 else if(k<20.){float f=k-10.;vec3 b=f<.5?vec3(.80,.13,.09):f<1.5?vec3(.10,.30,.52):f<2.5?vec3(.90,.58,.10):f<3.5?vec3(.12,.42,.34):f<4.5?vec3(.84,.34,.26):vec3(.78,.13,.20);float sw=f<1.5?6.:f<3.5?4.:7.;float s=smoothstep(-.05,.05,sin((mod(f,2.)<.5?w.x:w.y)*sw*1.57));a=mix(vec3(.92,.89,.82),b,s)*(.86+.2*fbm(w*3.));trans=1.;}
 else if(k<40.){float f=k-30.;float top=smoothstep(1.45,1.5,q.y);a=mix(.25+.4*vec3(h1(f),h1(f+3.),h1(f+5.)),vec3(.80,.66,.38),top);}
 else{float f=k-50.;vec2 g=q.xz*vec2(9.,9.);vec2 i=floor(g),r=fract(g)-.5;vec3 fr=mod(f,4.)<1.?vec3(.85,.30,.03):mod(f,4.)<2.?vec3(.16,.40,.05):mod(f,4.)<3.?vec3(.75,.06,.05):vec3(.88,.72,.10);a=q.y>.8?fr*(.25+1.0*smoothstep(.62,.05,length(r-.3*vec2(h2(i)-.5,h2(i+4.)-.5))))*(.55+.7*h2(i)):vec3(.34,.20,.10);}
 float s=max(dot(n,L),0.)*shade(q+n*.02,L,60.,12.);vec3 c=a*(vec3(1.5,1.26,.94)*s+vec3(.20,.24,.32)*ao(q,n,.6)*(.6+.4*n.y)+vec3(.10,.07,.04));return dev(c*.92);}`,
};
