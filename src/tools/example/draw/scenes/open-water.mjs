// Mira Tellund: the coast when nobody is on it.

export const lighthouse = {
  size: [3, 2],
  film: { vignette: 0.4, grain: 1, tint: [0.93, 0.98, 1.08], lift: [0.01, 0.014, 0.03] },
  paint: (x, w, h) => {
    const H = h * 0.62;
    x.fillStyle = '#f00';
    x.beginPath();
    x.moveTo(w * 0.44, H + h * 0.02);
    const top = [
      [0.46, 0.012],
      [0.49, 0.02],
      [0.515, 0.05],
      [0.55, 0.062],
      [0.58, 0.1],
      [0.62, 0.112],
      [0.655, 0.135],
      [0.7, 0.14],
      [0.735, 0.125],
      [0.77, 0.14],
      [0.82, 0.118],
      [0.86, 0.125],
      [0.9, 0.1],
      [0.95, 0.11],
      [1.01, 0.09],
    ];
    for (const [a, b] of top) x.lineTo(w * a, H - h * b);
    x.lineTo(w * 1.01, H + h * 0.02);
    x.fill();
    const L = w * 0.69;
    const B = H - h * 0.13;
    x.fillStyle = '#ff0';
    x.beginPath();
    x.moveTo(L - w * 0.019, B + 8);
    x.lineTo(L - w * 0.0125, B - h * 0.27);
    x.lineTo(L + w * 0.0125, B - h * 0.27);
    x.lineTo(L + w * 0.019, B + 8);
    x.fill();
    x.fillStyle = '#f00';
    x.fillRect(L - w * 0.018, B - h * 0.279, w * 0.036, h * 0.009);
    x.fillRect(L - w * 0.0105, B - h * 0.325, w * 0.003, h * 0.05);
    x.fillRect(L + w * 0.0075, B - h * 0.325, w * 0.003, h * 0.05);
    x.beginPath();
    x.moveTo(L - w * 0.013, B - h * 0.322);
    x.quadraticCurveTo(L, B - h * 0.362, L + w * 0.013, B - h * 0.322);
    x.fill();
    x.fillRect(L - w * 0.001, B - h * 0.38, w * 0.002, h * 0.04);
    x.fillStyle = '#ff0';
    x.fillRect(w * 0.72, B - h * 0.045, w * 0.05, h * 0.05);
    x.fillStyle = '#f00';
    x.beginPath();
    x.moveTo(w * 0.715, B - h * 0.042);
    x.lineTo(w * 0.728, B - h * 0.078);
    x.lineTo(w * 0.762, B - h * 0.078);
    x.lineTo(w * 0.775, B - h * 0.042);
    x.fill();
    x.fillStyle = '#fff';
    x.fillRect(w * 0.738, B - h * 0.03, w * 0.008, h * 0.016);
    for (const [a, b, s] of [
      [0.12, 0.1, 0.05],
      [0.2, 0.16, 0.07],
      [0.07, 0.2, 0.08],
      [0.31, 0.07, 0.028],
      [0.36, 0.13, 0.04],
      [0.88, 0.2, 0.1],
    ]) {
      x.fillStyle = '#f00';
      x.beginPath();
      x.moveTo(w * (a - s * 0.7), H + h * (b + s * 0.25));
      for (let k = 0; k <= 14; k++) {
        const t = k / 14;
        const rough = 0.75 + 0.5 * Math.abs(Math.sin(k * 2.7 + a * 40));
        x.lineTo(
          w * (a + s * (t - 0.5) * 1.4),
          H + h * (b + s * 0.25 - s * 0.42 * Math.sin(Math.PI * t) ** 0.6 * rough),
        );
      }
      x.fill();
    }
  },
  shader: /* glsl */ `
vec3 sky(vec2 u){float t=clamp((u.y-.38)/.62,0.,1.);vec3 c=mix3(vec3(.95,.55,.42),vec3(.42,.42,.56),vec3(.09,.14,.27),pow(t,.6));
 vec2 q=u-vec2(.3,.36);float a=atan(q.x,q.y+.06);float cl=fbm(vec2(u.x*1.6+a*.4,u.y*9.+1.))*.7+fbm(vec2(u.x*5.,u.y*30.))*.3;
 c=mix(c,mix(vec3(.62,.38,.40),vec3(.14,.17,.28),t),smoothstep(.44,.62,cl)*.8);c+=vec3(.7,.3,.12)*exp(-length((u-vec2(.22,.38))*vec2(1.2,4.))*3.)*.7;return c;}
vec3 scene(vec2 u,vec2 p){float H=.385;vec3 c;vec2 L=vec2(.69,.815);
 if(u.y>H)c=sky(u);
 else{float d=H-u.y,per=1./(d+.05);float w=fbm(vec2((u.x-.5)*per*.5+2.,per*.9))-.5;vec2 r=vec2(u.x+w*.02,H+d*1.3+w*.05);c=mix(vec3(.40,.42,.52),sky(r),.55)*mix(1.02,.62,smoothstep(0.,.38,d));
  float foam=fbm(vec2(u.x*3.5/(d+.25),d*9.+1.))*.6+fbm(vec2(u.x*9./(d+.3),d*22.))*.4;c=mix(c,vec3(.78,.77,.84),smoothstep(.42,.68,foam)*.55*smoothstep(.02,.2,d));
  c=mix(c,vec3(.80,.74,.78),.40*exp(-d*24.));}
 vec3 m=picB(u,vec2(.0008,.0011));vec3 rock=vec3(.050,.055,.075)*(.5+1.3*rdg(u*vec2(12.,20.)));rock+=vec3(.30,.17,.13)*smoothstep(.5,.75,rdg(u*vec2(9.,16.)+2.))*.35;
 rock=mix(rock,vec3(.56,.55,.63),smoothstep(.42,.355,u.y)*smoothstep(.34,.40,u.y)*fbm(u*vec2(20.,50.))*1.0);
 if(u.y<.37){rock=mix(rock,vec3(.60,.60,.68),smoothstep(.02,.0,abs(u.y-.0))*0.);rock+=vec3(.16,.17,.21)*fbm(u*30.);}
 float band=step(.5,fract((u.y-.53)*7.8+.1));vec3 tower=mix(vec3(.60,.58,.60),vec3(.36,.10,.09),band*step(u.x,.709)*step(.671,u.x)*step(.53,u.y));tower*=mix(1.05,.42,smoothstep(.675,.706,u.x));
 vec3 o=mix(rock,tower,m.g*(1.-m.b));o=mix(o,vec3(1.6,1.05,.5),m.b);c=mix(c,o,m.r);
 float gl=length((u-L)*vec2(1.5,1.));c+=vec3(1.8,1.5,1.)*(exp(-gl*150.)*2.+exp(-gl*26.)*.4);
 vec2 q=u-L;for(int i=0;i<2;i++){float s=i<1?-1.:1.;float a=q.x*s;float e=exp(-pow(abs(q.y-a*.05*s)/(.006+.075*max(a,0.)),2.));c+=vec3(.95,.85,.62)*e*step(0.,a)*exp(-a*2.6)*.42*(.75+.5*fbm(u*vec2(4.,9.)));}
 if(u.y<H){float d=H-u.y;c+=vec3(.9,.75,.5)*exp(-pow((u.x-.69)*9.,2.))*exp(-d*9.)*.22*step(d,.2);}
 return c*.98;}`,
};

export const storm = {
  size: [16, 10],
  film: { vignette: 0.4, grain: 1.2, tint: [0.94, 1, 1.04], lift: [0.012, 0.018, 0.024] },
  shader: /* glsl */ `
float oct(vec2 q,float k){q+=n2(q)*1.1;vec2 w=1.-abs(sin(q)),v=abs(cos(q));w=mix(w,v,w);return pow(1.-pow(w.x*w.y,.65),k);}
float sea(vec2 q,int n){float f=.16,a=1.35,k=4.2,h=0.;vec2 s=q*vec2(.75,1.);for(int i=0;i<7;i++){if(i>=n)break;float d=oct(s*f+1.3*float(i),k)+oct(s*f*.9-3.7,k);h+=d*a;s*=mat2(1.6,1.2,-1.2,1.6);f*=1.75;a*=.24;k=mix(k,1.,.22);f*=.62;}return h;}
vec3 sky(vec3 d){float t=clamp(d.y*2.4,0.,1.);vec3 c=mix(vec3(.52,.55,.53),vec3(.10,.13,.16),pow(t,.6));float cl=fbm(vec2(d.x*2.2,d.y*6.)+7.);c=mix(c,vec3(.055,.07,.085),smoothstep(.38,.66,cl)*.85*smoothstep(0.,.1,d.y));c+=vec3(.5,.48,.40)*smoothstep(.55,.72,fbm(vec2(d.x*3.,d.y*9.)+1.))*.35;return c;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(0.,3.7,0.),rd=ray(p+vec2(0.,.02),ro,vec3(.5,3.3,10.),1.5);rd.xy*=mat2(.999,-.03,.03,.999);vec3 c=sky(rd);
 float t=0.,dt=0.;bool on=false;t=1.5;for(int i=0;i<170;i++){vec3 q=ro+rd*t;float d=q.y-sea(q.xz+vec2(3.,11.),3)*1.15+.35;if(d<.004*t){on=true;break;}if(t>160.)break;t+=max(d*.42,.02);}
 if(on){vec3 q=ro+rd*t;vec2 s=q.xz+vec2(3.,11.);float e=.004*t+.004;float h=sea(s,6),hx=sea(s+vec2(e,0),6),hz=sea(s+vec2(0,e),6);vec3 n=normalize(vec3(h-hx,e/1.15,h-hz));
  float fr=pow(1.-max(dot(n,-rd),0.),4.)*.7+.03;vec3 r=reflect(rd,n);r.y=abs(r.y);
  vec3 deep=vec3(.012,.035,.042),lit=vec3(.10,.22,.20);float up=smoothstep(.6,2.6,h);
  c=mix(deep+lit*up*.8*(.6+.4*n.z),sky(r)*1.1,fr);
  float lace=rdg(s*vec2(.9,1.3))*.6+rdg(s*3.1)*.4;float crest=smoothstep(1.5,2.7,h+.7*fbm(s*1.4)-.35);
  float foam=clamp(crest*smoothstep(.30,.62,lace)+smoothstep(.60,.78,lace)*smoothstep(.6,1.6,h)*.5,0.,1.);
  c=mix(c,vec3(.72,.76,.76)*(.55+.5*max(n.y*.6+n.x*-.5,0.)),foam*.85);
  c=mix(c,vec3(.40,.43,.42),1.-exp(-pow(t*.0075,1.8)));}
 float spray=fbm(vec2(u.x*9.+u.y*4.,u.y*14.));c+=vec3(.5)*smoothstep(.58,.9,spray)*smoothstep(.75,.5,u.y)*smoothstep(.35,.55,u.y)*.22;
 return dev(c*1.22);}`,
};

export const ice = {
  size: [3, 2],
  film: { vignette: 0.35, grain: 0.9, tint: [0.92, 0.98, 1.1], lift: [0.012, 0.016, 0.034] },
  shader: /* glsl */ `
vec3 floe(vec2 q){vec2 i=floor(q),f=fract(q);float a=9.,b=9.,id=0.;for(int y=-1;y<=1;y++)for(int x=-1;x<=1;x++){vec2 g=vec2(x,y);vec2 o=vec2(h2(i+g),h2(i+g+31.7))*.8+.1;float d=length(g+o-f);if(d<a){b=a;a=d;id=h2(i+g+7.1);}else if(d<b)b=d;}return vec3(b-a,id,a);}
vec3 sky(vec2 u){float t=clamp((u.y-.56)/.44,0.,1.);vec3 c=mix3(vec3(1.15,.60,.50),vec3(.66,.50,.62),vec3(.22,.30,.50),pow(t,.65));float cl=fbm(vec2(u.x*2.4,u.y*14.)+9.);c=mix(c,vec3(.95,.50,.46)*mix(1.,.55,t),smoothstep(.48,.7,cl)*.6);return c;}
vec3 scene(vec2 u,vec2 p){float H=.57;vec3 c=sky(u);
 float y=H+.035*rdg(vec2(u.x*3.,1.))*smoothstep(.75,.2,u.x)+.006*fbm(vec2(u.x*40.,2.));vec3 hill=mix(vec3(.36,.35,.48),vec3(.62,.50,.58),smoothstep(.52,.75,fbm(u*vec2(20.,60.))));c=mix(c,hill,smoothstep(.002,-.002,u.y-y));
 if(u.y<H){float d=H-u.y,per=.62/(d+.018);vec2 g=vec2((u.x-.5)*per*3.2,per*2.3);float wv=fbm(g*vec2(.6,1.))-.5;
  vec2 r=vec2(u.x+wv*.02,H+d*.85+wv*.04);vec3 wtr=sky(r)*mix(vec3(.62,.62,.72),vec3(.20,.26,.38),smoothstep(0.,.5,d));
  vec2 q=g*.62+.45*vec2(fbm(g*1.2),fbm(g*1.2+5.));vec3 v=floe(q);float gap=.07+.26*smoothstep(.35,.75,fbm(g*.22+1.))+.10*smoothstep(.12,.0,abs(u.x-.56-.25*(d-.2)));float px=.012*per+.006;
  float e=smoothstep(gap,gap+px+.012,v.x);vec3 f2=floe((q+vec2(0.,.045)));float lip=smoothstep(gap,gap+px+.01,f2.x);
  vec3 top=mix(vec3(.44,.50,.66),vec3(.92,.70,.68),.35+.5*v.y)*(.78+.42*fbm(g*5.));top+=vec3(.35,.16,.08)*smoothstep(gap+.10,gap,v.x)*.7;
  top=mix(top,vec3(.30,.38,.52),smoothstep(.5,.7,fbm(g*1.7+v.y*9.))*.55);
  vec3 side=vec3(.20,.30,.44);c=mix(wtr,side,lip*(1.-e)*.9);float sh=smoothstep(gap-.10,gap,f2.x)*(1.-lip);c*=1.-.45*sh;c=mix(c,top,e);
  c=mix(c,vec3(.86,.56,.54),.75*exp(-d*13.));}
 c+=vec3(.5,.22,.12)*exp(-length((u-vec2(.68,H+.02))*vec2(1.2,4.5))*3.2)*.8;return c*.95;}`,
};
