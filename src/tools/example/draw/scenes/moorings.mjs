// Mira Tellund: boats and a swimmer.

export const harbour = {
  size: [3, 2],
  film: { vignette: 0.35, grain: 1, tint: [0.96, 0.99, 1.06], lift: [0.012, 0.016, 0.03] },
  paint: (x, w, h) => {
    const H = h * 0.545;
    x.fillStyle = '#fff';
    x.strokeStyle = '#fff';
    const boat = (cx, s, m) => {
      x.beginPath();
      x.moveTo(cx - s, H - s * 0.2);
      x.quadraticCurveTo(cx - s * 0.8, H + s * 0.12, cx - s * 0.55, H + s * 0.13);
      x.lineTo(cx + s * 0.62, H + s * 0.13);
      x.quadraticCurveTo(cx + s * 1.0, H - s * 0.05, cx + s * 1.15, H - s * 0.28);
      x.quadraticCurveTo(cx, H - s * 0.12, cx - s, H - s * 0.2);
      x.fill();
      x.fillRect(cx - s * 0.35, H - s * 0.42, s * 0.5, s * 0.3);
      x.fillRect(cx - s * 0.2, H - s * 0.5, s * 0.3, s * 0.1);
      x.lineWidth = Math.max(2, s * 0.03);
      x.beginPath();
      x.moveTo(cx + s * 0.25, H - s * 0.1);
      x.lineTo(cx + s * 0.25 - s * 0.02, H - s * m);
      x.stroke();
      x.lineWidth = Math.max(1, s * 0.012);
      x.beginPath();
      x.moveTo(cx + s * 0.24, H - s * m * 0.98);
      x.lineTo(cx + s * 1.1, H - s * 0.25);
      x.moveTo(cx + s * 0.24, H - s * m * 0.98);
      x.lineTo(cx - s * 0.95, H - s * 0.18);
      x.moveTo(cx + s * 0.25, H - s * 0.35);
      x.lineTo(cx - s * 0.6, H - s * 0.5);
      x.stroke();
    };
    boat(w * 0.26, w * 0.085, 2.5);
    boat(w * 0.47, w * 0.042, 2.9);
    boat(w * 0.56, w * 0.034, 2.6);
    boat(w * 0.81, w * 0.055, 2.8);
    boat(w * 0.7, w * 0.024, 2.9);
    for (let i = 0; i < 9; i++) {
      const px = w * (0.6 + i * 0.047);
      x.fillRect(px, H - h * 0.02, 2.5, h * 0.03);
    }
    x.fillRect(w * 0.59, H - h * 0.021, w * 0.42, 3.5);
  },
  shader: /* glsl */ `
vec3 sky(vec2 u){float t=clamp((u.y-.455)/.545,0.,1.);vec3 c=mix3(vec3(1.25,.72,.44),vec3(.62,.56,.62),vec3(.17,.25,.40),pow(t,.62));
  float cl=fbm(vec2(u.x*2.2,u.y*9.)+4.);c=mix(c,vec3(.95,.62,.52)*mix(1.1,.45,t),smoothstep(.5,.82,cl)*.55);
  c+=vec3(1.1,.5,.2)*exp(-pow(length((u-vec2(.63,.47))*vec2(1.5,3.4)),1.3)*4.5)*.9;return c;}
 vec3 land(vec2 u,vec3 c){for(int i=0;i<3;i++){float f=float(i);float y=.478+.052*(2.-f)*smoothstep(.9-.2*f,.1,abs(u.x-.15-.33*f))*(.6+.8*fbm(vec2(u.x*(3.+f*2.)+f*9.,1.)));y-=.008*f;
   c=mix(c,mix(vec3(.62,.52,.55),vec3(.20,.23,.31),f/2.2),smoothstep(.0025,-.0025,u.y-y));}return c;}
 vec3 scene(vec2 u,vec2 p){float H=.455;vec3 c;
  if(u.y>H){c=land(u,sky(u));c=mix(c,vec3(.95,.68,.53),.45*exp(-abs(u.y-H)*26.)*(.5+fbm(u*vec2(5.,14.))));
   float m=mskB(u,vec2(.0009,.0012));c=mix(c,vec3(.055,.065,.09),m*.96);}
  else{float d=H-u.y;float per=1./(d+.02);vec2 q=vec2((u.x-.5)*per*.9,per*2.2);
   float w=(fbm(q*vec2(1.6,3.))-.5)*.9+(n2(q*vec2(7.,11.))-.5)*.35;
   vec2 r=vec2(u.x+w*.016*(1.+d*2.),H+d*.92+w*.05*(.25+d*3.));
   c=land(r,sky(r))*mix(vec3(.82,.84,.88),vec3(.38,.46,.56),smoothstep(0.,.5,d));
   float m=mskB(vec2(u.x+w*.012*(.4+d*5.),H+d+abs(w)*.012),vec2(.003,.010));c=mix(c,vec3(.06,.075,.105),m*.85);
   c+=vec3(1.2,.6,.3)*smoothstep(.12,.42,w)*exp(-pow((u.x-.63)*3.4,2.))*.55*exp(-d*1.5);}
  for(int i=0;i<7;i++){float f=float(i);vec2 l=vec2(.03+f*.061+.02*h1(f),.468+.012*h1(f+3.));float d=length((u-l)*vec2(1.5,1.));c+=vec3(1.5,.95,.5)*(exp(-d*420.)*1.4+exp(-d*70.)*.13);
   if(u.y<H){float w2=n2(vec2(l.x*90.,u.y*160.));c+=vec3(1.3,.75,.36)*exp(-abs(u.x-l.x+(w2-.5)*.008)*240.)*exp(-(H-u.y)*11.)*w2*.7;}}
  return c;}`,
};

export const swim = {
  size: [2, 3],
  film: { vignette: 0.55, grain: 1.3, tint: [0.86, 0.98, 1.14], lift: [0.006, 0.014, 0.032] },
  paint: (x, w, h) => {
    x.fillStyle = '#fff';
    const cx = w * 0.6,
      cy = h * 0.655,
      s = w * 0.026;
    x.beginPath();
    x.ellipse(cx, cy - s * 0.5, s * 0.78, s, 0, 0, 7);
    x.fill();
    x.beginPath();
    x.moveTo(cx - s * 2.3, cy + s * 0.62);
    x.quadraticCurveTo(cx - s * 1.1, cy + s * 0.05, cx - s * 0.3, cy + s * 0.1);
    x.lineTo(cx + s * 0.4, cy + s * 0.1);
    x.quadraticCurveTo(cx + s * 1.3, cy + s * 0.1, cx + s * 2.2, cy + s * 0.62);
    x.fill();
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float H=.70;vec3 c;float mx=.52;
  if(u.y>H){float t=(u.y-H)/.3;c=mix(vec3(.20,.30,.40),vec3(.020,.040,.085),pow(t,.7));float cl=fbm(vec2(u.x*2.6,u.y*10.)+1.);c=mix(c,vec3(.34,.42,.50)*(1.-t*.5),smoothstep(.46,.75,cl)*.6);
   float d=length((u-vec2(mx,.892))*vec2(.6667,1.)*1.);float disc=smoothstep(.0272,.0258,d);c+=vec3(.9,.92,.86)*(exp(-d*15.)*.55+exp(-d*60.)*.5);c=mix(c,vec3(2.1,2.05,1.85)*(.82+.2*fbm(u*60.)),disc*(1.-.5*smoothstep(.55,.7,cl)));
   float st=step(.9988,h2(floor(u*R/3.)));c+=st*.5*t*(1.-smoothstep(.4,.6,cl));
   float y=H+.018*smoothstep(.5,.1,abs(u.x-.98))*(.6+.7*fbm(vec2(u.x*9.,2.)));c=mix(c,vec3(.03,.045,.07),smoothstep(.0016,-.0016,u.y-y));}
  else{float d=H-u.y;float per=1./(d+.030);vec2 q=vec2((u.x-.5)*per*1.1,per*3.4);
   vec2 sp=vec2(.60,.338);float rd=length((u-sp)*vec2(.6667,2.7));float ring=sin(rd*150.)*exp(-rd*13.)*.5;
   float w=fbm(q*vec2(1.5,2.4))*.6+fbm(q*vec2(4.,6.)+5.)*.4+ring*.12;
   c=mix(vec3(.15,.25,.345),vec3(.010,.030,.060),smoothstep(0.,.55,d));c*=.55+.95*w;
   float wid=.030+.20*d;float path=exp(-pow((u.x-mx+(w-.5)*.10)/wid,2.));float sprk=smoothstep(.50-.06*path,.66,w+.16*(n2(q*vec2(13.,22.))-.5));
   c+=vec3(1.05,1.08,1.0)*path*sprk*mix(1.5,1.0,d);c+=vec3(.30,.40,.48)*path*.20*exp(-d*2.);c+=vec3(.45,.55,.62)*max(ring,0.)*.30;}
  float m=mskB(u,vec2(.0012,.0009));float rim=m*(1.-mskB(u+vec2(.0,.006),vec2(.006,.004)));c=mix(c,vec3(.012,.018,.028)+vec3(.75,.82,.85)*rim*.55,m);
  float mr=mskB(vec2(u.x+(n2(u*vec2(50.,180.))-.5)*.02,2.*.333-u.y),vec2(.006,.004));if(u.y<.333)c=mix(c,vec3(.012,.02,.03),mr*.7);
  return c*1.12;}`,
};
