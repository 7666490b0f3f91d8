// Noor Elvind: people, mostly as the light draws them.

export const hand = {
  size: [4, 5],
  film: { vignette: 0.4, grain: 1.2, tint: [1.04, 0.99, 0.94], lift: [0.022, 0.014, 0.01] },
  paint: (x, w, h) => {
    x.fillStyle = x.strokeStyle = '#fff';
    x.lineCap = x.lineJoin = 'round';
    x.translate(w * 0.54, h * 0.66);
    x.rotate(-0.16);
    const s = w * 0.1;
    const finger = (ax, ay, bx, by, cx, cy, wide) => {
      x.lineWidth = wide;
      x.beginPath();
      x.moveTo(ax, ay);
      x.lineTo(bx, by);
      x.stroke();
      x.lineWidth = wide * 0.88;
      x.beginPath();
      x.moveTo(bx, by);
      x.lineTo(cx, cy);
      x.stroke();
    };
    x.beginPath();
    x.moveTo(-s * 1.05, s * 0.6);
    x.bezierCurveTo(-s * 1.3, -s * 0.4, -s * 1.15, -s * 1.2, -s * 0.95, -s * 1.35);
    x.lineTo(s * 0.95, -s * 1.2);
    x.bezierCurveTo(s * 1.2, -s * 0.4, s * 1.1, s * 0.5, s * 0.72, s * 1.2);
    x.lineTo(s * 0.78, s * 5);
    x.lineTo(-s * 0.75, s * 5);
    x.lineTo(-s * 0.62, s * 1.4);
    x.fill();
    finger(-s * 0.78, -s * 1.1, -s * 1.02, -s * 2.3, -s * 1.12, -s * 3.2, s * 0.46);
    finger(-s * 0.25, -s * 1.2, -s * 0.3, -s * 2.6, -s * 0.28, -s * 3.7, s * 0.49);
    finger(s * 0.28, -s * 1.2, s * 0.4, -s * 2.5, s * 0.52, -s * 3.5, s * 0.47);
    finger(s * 0.76, -s * 1.0, s * 1.05, -s * 1.95, s * 1.3, -s * 2.7, s * 0.4);
    finger(-s * 0.8, s * 0.7, -s * 1.6, -s * 0.2, -s * 2.1, -s * 1.1, s * 0.52);
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float f1=fbm(vec2(u.x*3.2+.5*u.y,u.y*.9+1.));float folds=sin(u.x*22.+f1*11.+u.y*1.6);float g=.5+.5*folds;float deep=pow(g,1.6);
 vec2 wob=vec2(.010*folds,.004*fbm(u*9.));float glow=exp(-length((p-vec2(.06,.16))*vec2(1.,.85))*1.7);vec3 c=mix(vec3(.30,.16,.085),vec3(1.5,1.12,.70),glow);c*=.60+.46*deep;c*=.94+.12*fbm(u*vec2(300.,40.))+.05*(fbm(u*vec2(40.,300.))-.5);
 float m=mskB(u+wob,vec2(.006,.005)),b=mskB(u+wob,vec2(.022,.018));float far=smoothstep(.05,.42,u.y);float k=mix(b,m,far);c=mix(c,c*vec3(.20,.12,.085)+vec3(.02,.008,.004),k*.93);c+=vec3(.55,.13,.04)*smoothstep(.12,.5,b)*smoothstep(.95,.5,b)*.22*glow;
 vec3 hem=vec3(.09,.05,.03);c=mix(c,hem*(.5+.8*deep),smoothstep(.955,.965,u.y));return c*.86;}`,
};

const HEAD = (x, X, Y) => {
  x.beginPath();
  x.moveTo(X(-0.36), Y(1.4));
  x.bezierCurveTo(X(-0.36), Y(0.96), X(-0.26), Y(0.84), X(-0.05), Y(0.76));
  x.bezierCurveTo(X(0.0), Y(0.72), X(0.0), Y(0.64), X(-0.02), Y(0.56));
  x.bezierCurveTo(X(-0.14), Y(0.46), X(-0.18), Y(0.3), X(-0.14), Y(0.16));
  x.bezierCurveTo(X(-0.09), Y(0.0), X(0.08), Y(-0.07), X(0.22), Y(-0.03));
  x.bezierCurveTo(X(0.33), Y(0.0), X(0.38), Y(0.1), X(0.38), Y(0.19));
  x.bezierCurveTo(X(0.385), Y(0.25), X(0.4), Y(0.28), X(0.435), Y(0.335));
  x.bezierCurveTo(X(0.445), Y(0.36), X(0.42), Y(0.365), X(0.405), Y(0.375));
  x.bezierCurveTo(X(0.4), Y(0.39), X(0.42), Y(0.4), X(0.415), Y(0.415));
  x.bezierCurveTo(X(0.405), Y(0.425), X(0.405), Y(0.43), X(0.41), Y(0.445));
  x.bezierCurveTo(X(0.41), Y(0.46), X(0.395), Y(0.47), X(0.4), Y(0.5));
  x.bezierCurveTo(X(0.4), Y(0.54), X(0.34), Y(0.555), X(0.24), Y(0.54));
  x.bezierCurveTo(X(0.2), Y(0.6), X(0.2), Y(0.66), X(0.24), Y(0.73));
  x.bezierCurveTo(X(0.4), Y(0.82), X(0.5), Y(0.92), X(0.52), Y(1.4));
  x.fill();
};

export const sisters = {
  size: [5, 4],
  film: { vignette: 0.45, grain: 1.2, tint: [1.03, 0.99, 0.96], lift: [0.02, 0.013, 0.012] },
  paint: (x, w, h) => {
    x.fillStyle = '#f00';
    HEAD(
      x,
      (a) => w * 0.19 + a * h * 0.72,
      (b) => h * 0.2 + b * h * 0.72,
    );
    x.beginPath();
    x.ellipse(w * 0.135, h * 0.33, h * 0.1, h * 0.085, 0.3, 0, 7);
    x.fill();
    x.globalCompositeOperation = 'lighter';
    x.fillStyle = '#0f0';
    HEAD(
      x,
      (a) => w * 0.83 - a * h * 0.64,
      (b) => h * 0.29 + b * h * 0.64,
    );
    x.beginPath();
    x.moveTo(w * 0.79, h * 0.3);
    x.bezierCurveTo(w * 0.97, h * 0.26, w * 0.98, h * 0.55, w * 0.955, h * 0.86);
    x.lineTo(w * 0.84, h * 0.86);
    x.fill();
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 c=mix(vec3(1.15,.62,.30),vec3(.50,.20,.13),smoothstep(.0,.8,length((u-vec2(.52,.42))*vec2(1.,.9))));c=mix(c,vec3(1.3,.92,.55),.7*exp(-length((u-vec2(.52,.36))*vec2(1.2,1.5))*3.));
 c*=.92+.14*fbm(u*vec2(2.,3.)+1.);for(int i=0;i<5;i++){float y=.14+.155*float(i)+.05*u.x;c*=1.-.16*smoothstep(.012,.004,abs(u.y-y));}
 vec3 m=picB(u,vec2(.0016,.002));vec3 b=picB(u+vec2(-.012,.004),vec2(.016,.02)),b2=picB(u+vec2(.014,.006),vec2(.016,.02));
 float hair=.5+.2*(fbm(vec2(u.x*90.,u.y*12.))-.5);vec3 s1=vec3(.035,.020,.018)+vec3(.05,.022,.012)*hair;float r1=m.g*(1.-picB(u+vec2(-.012,.003),vec2(.012,.015)).g);s1+=vec3(1.05,.50,.20)*pow(r1,1.3)*.55;c=mix(c,s1*1.4+vec3(.05,.02,.012),m.g*.985);
 vec3 s2=vec3(.022,.014,.014)+vec3(.035,.016,.01)*hair;float r2=m.r*(1.-picB(u+vec2(.012,.003),vec2(.012,.015)).r);s2+=vec3(1.2,.62,.28)*pow(r2,1.3)*.6;c=mix(c,s2,m.r*.99);
 return c*.95;}`,
};

export const greenhouse = {
  size: [4, 5],
  film: { vignette: 0.4, grain: 1.1, tint: [0.99, 1.01, 0.98], lift: [0.014, 0.018, 0.013] },
  paint: (x, w, h) => {
    let state = 17;
    const roll = () => (state = (state * 16807) % 2147483647) / 2147483647;
    x.globalCompositeOperation = 'lighter';
    const leaf = (px, py, angle, long, wide) => {
      x.save();
      x.translate(px, py);
      x.rotate(angle);
      x.beginPath();
      x.moveTo(0, 0);
      x.quadraticCurveTo(wide, -long * 0.5, 0, -long);
      x.quadraticCurveTo(-wide, -long * 0.5, 0, 0);
      x.fill();
      x.restore();
    };
    for (const [colour, plants, size] of [
      ['#700', 16, 0.34],
      ['#0c0', 10, 0.5],
    ]) {
      x.fillStyle = x.strokeStyle = colour;
      for (let i = 0; i < plants; i++) {
        const left = w * (roll() * 1.1 - 0.05);
        const tall = h * size * (0.5 + 0.8 * roll());
        x.lineWidth = w * 0.006;
        for (let k = 0; k < 13; k++) {
          const t = roll();
          leaf(
            left + (roll() - 0.5) * w * 0.04,
            h * 1.02 - tall * t,
            (roll() - 0.5) * 2.6,
            h * (0.07 + 0.1 * roll()),
            w * (0.018 + 0.045 * roll()),
          );
        }
        x.beginPath();
        x.moveTo(left, h * 1.05);
        x.lineTo(left, h - tall);
        x.stroke();
      }
    }
    x.fillStyle = '#00f';
    const X = w * 0.58;
    const Y = h * 0.43;
    const s = w * 0.1;
    x.beginPath();
    x.ellipse(X, Y, s * 0.58, s * 0.74, 0.1, 0, 7);
    x.ellipse(X - s * 0.42, Y - s * 0.5, s * 0.34, s * 0.3, 0, 0, 7);
    x.fill();
    x.fillRect(X - s * 0.28, Y + s * 0.4, s * 0.52, s * 0.8);
    x.beginPath();
    x.moveTo(X - s * 0.25, Y + s);
    x.bezierCurveTo(X - s * 1.3, Y + s * 1.2, X - s * 1.5, Y + s * 1.9, X - s * 1.5, h);
    x.lineTo(X + s * 1.4, h);
    x.bezierCurveTo(X + s * 1.45, Y + s * 1.9, X + s * 1.3, Y + s * 1.2, X + s * 0.24, Y + s);
    x.fill();
  },
  shader: /* glsl */ `
vec3 behind(vec2 u,float r){vec3 m=vec3(0);for(int i=0;i<40;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/40.);m+=pic(u+vec2(cos(a),sin(a))*d*r*vec2(1.,.8)).rgb;}m/=40.;
 vec3 c=mix(vec3(.62,.70,.58),vec3(1.0,1.02,.95),smoothstep(.1,.95,u.y));c=mix(c,vec3(.34,.46,.26),m.r*1.6*.7);c=mix(c,mix(vec3(.36,.20,.12),vec3(.50,.34,.18),smoothstep(.2,.7,u.y)),m.b*.80);c=mix(c,vec3(.07,.17,.07),m.g*.95);
 for(int k=0;k<7;k++){float f=float(k);float d=length((u-vec2(h1(f+4.),.16+.34*h1(f*3.+1.)))*vec2(1.,1.25));c=mix(c,vec3(.95,.22,.16),smoothstep(.026+r,.012,d)*.65);}return c;}
vec3 scene(vec2 u,vec2 p){float wipe=smoothstep(.10,.04,abs(u.y-.60-.10*sin(u.x*3.+1.)-.02*fbm(u*8.))-.045*smoothstep(.15,.35,u.x)*smoothstep(.95,.7,u.x))*smoothstep(.24,.36,u.x)*smoothstep(.94,.82,u.x);float mist=.35+.65*fbm(u*vec2(2.5,3.5)+2.);
 vec3 foggy=behind(u,.055)*.82+vec3(.10,.115,.105);vec3 clear=behind(u,.012);vec3 c=mix(foggy,clear,clamp(wipe*.85+.30*smoothstep(.55,.3,mist),0.,1.));
 float hit_=0.;vec2 nn=vec2(0);for(int k=0;k<3;k++){float s=k<1?34.:k<2?62.:110.;vec2 g=p*s+float(k)*4.;vec2 i=floor(g),f=fract(g)-.5;vec2 o=(vec2(h2(i),h2(i+7.))-.5)*.55;float r=.30*pow(h2(i+3.),2.)+.02;r*=step(.45,h2(i+13.));vec2 d=(f-o)/max(r,.001);float m=smoothstep(1.,.8,length(d))*step(.03,r);if(m>.3){hit_=m;nn=d;}}
 float col=floor(p.x*17.);float rx=(fract(p.x*17.)-.5)+.22*sin(p.y*11.+col*2.);float run=smoothstep(.10,.06,abs(rx))*step(.62,h1(col*1.9))*step(p.y,h1(col*3.1)*1.1-.35);c=mix(c,behind(u+vec2(rx*.3,-.02),.006),run*.85);c=mix(c,c*.7,run*smoothstep(.04,.10,abs(rx))*.6);
 c=mix(c,behind(u+nn*vec2(-.03,-.03),.01)*mix(1.15,.62,smoothstep(-.6,.9,nn.y)),hit_*.75);c+=vec3(.5)*hit_*smoothstep(.4,.1,length(nn-vec2(-.3,.4)));
 float bar=smoothstep(.016,.012,abs(u.x-.30))+smoothstep(.016,.012,abs(u.x-.955))+smoothstep(.011,.008,abs(u.y-.775))+smoothstep(.011,.008,abs(u.y-.165));vec3 iron=vec3(.50,.53,.50)*(.55+.5*fbm(u*vec2(60.,60.)));float rust=smoothstep(.55,.7,fbm(u*vec2(22.,30.)));iron=mix(iron,vec3(.30,.15,.07),rust*.7);c=mix(c,iron,clamp(bar,0.,1.));return c*.86;}`,
};
