// Silas Ombrey: far hills, one small sign of people.

export const tarn = {
  size: [16, 10],
  film: { vignette: 0.35, grain: 0.8, tint: [0.97, 1, 1.02], lift: [0.012, 0.016, 0.02] },
  shader: /* glsl */ `
float terr(vec2 q,int n){float v=smoothstep(3.,16.,q.y)*(.22+.78*smoothstep(.6,7.,abs(q.x+.5+.9*sin(q.y*.25))));float s=0.,a=.5;vec2 r=q*.16+vec2(2.3,.7);for(int i=0;i<9;i++){if(i>=n)break;float k=1.-abs(2.*n2(r)-1.);s+=a*k*k;r=mat2(1.6,1.2,-1.2,1.6)*r;a*=.47;}return -.35+v*(s*6.4-.9)+.12*s*smoothstep(2.,6.,q.y);}
vec3 sky(vec3 d){float t=clamp(d.y*1.7,0.,1.);vec3 c=mix(vec3(.70,.77,.80),vec3(.22,.38,.56),pow(t,.7));float cl=fbm(vec2(d.x*2.6/(d.y+.45),1.6/(d.y+.25))+5.);return mix(c,vec3(1.02,1.,.97)*(.7+.4*cl),smoothstep(.46,.72,cl)*.85);}
vec3 land(vec3 ro,vec3 rd,out float t){t=1.;float d;for(int i=0;i<190;i++){vec3 q=ro+rd*t;d=q.y-terr(q.xz,6);if(d<.0012*t||t>42.)break;t+=max(d*.45,.004*t);}if(t>42.)return sky(rd);
 vec3 q=ro+rd*t;float e=.0018*t;float h=terr(q.xz,9);vec3 n=normalize(vec3(h-terr(q.xz+vec2(e,0),9),e,h-terr(q.xz+vec2(0,e),9)));vec3 L=normalize(vec3(-.75,.55,-.25));
 float sh=1.,s=.05;for(int i=0;i<40;i++){vec3 r=q+L*s;float k=r.y-terr(r.xz,5);sh=min(sh,9.*k/s+.3);s+=max(k*.5,.06);if(sh<0.||s>9.)break;}sh=clamp(sh,0.,1.);
 float wet=fbm(q.xz*2.);vec3 grass=mix(vec3(.075,.082,.028),vec3(.17,.125,.045),wet),rock=vec3(.17,.165,.16)*(.6+.8*fbm(q.xz*9.+q.y*6.)),snow=vec3(.85,.88,.92);
 float up=n.y;vec3 a=mix(rock,grass,smoothstep(.52,.80,up+.2*(wet-.5))*smoothstep(3.2,1.2,q.y));a=mix(a,snow,smoothstep(.50,.66,up+.25*(fbm(q.xz*5.)-.5))*smoothstep(1.8,3.0,q.y+wet));
 a*=mix(.55,1.,smoothstep(-.35,-.25,q.y));
 float cs=.45+.55*smoothstep(.40,.58,fbm(q.xz*.16+2.2));
 vec3 c=a*(vec3(4.2,3.3,2.3)*max(dot(n,L),0.)*sh*cs+vec3(.24,.32,.46)*(.5+.5*n.y));return mix(c,vec3(.52,.62,.70),1.-exp(-pow(t*.021,1.8)));}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(0.,.62,-1.2),rd=ray(p,ro,vec3(-.4,1.15,10.),1.25);float t;vec3 c=land(ro,rd,t);float tw=rd.y<0.?-ro.y/rd.y:1e5;
 if(tw<t){vec3 q=ro+rd*tw;float w=fbm(q.xz*vec2(2.,5.))-.5,w2=fbm(q.xz*vec2(.5,1.6)+3.);float br=smoothstep(.5,.72,w2)*.09+.012;vec3 n=normalize(vec3(w*br*.5,1.,w*br));float fr=.06+.94*pow(1.-max(dot(n,-rd),0.),3.);vec3 r=reflect(rd,n);r.y=abs(r.y)+.001;float t2;vec3 rf=land(q+vec3(0,.01,0),r,t2);
  vec3 bed=vec3(.05,.075,.05)*(.4+1.2*smoothstep(.45,.6,fbm(q.xz*vec2(5.,4.))))*smoothstep(2.2,.6,tw)+vec3(.012,.03,.034);c=mix(bed,rf*.88,fr);}
 return dev(c*1.02);}`,
};

export const squall = {
  size: [16, 10],
  film: { vignette: 0.45, grain: 0.9, tint: [0.98, 1, 1.02], lift: [0.012, 0.014, 0.018] },
  shader: /* glsl */ `
float terr(vec2 q,int n){float s=0.,a=.5;vec2 r=q*.09+vec2(7.1,3.3);for(int i=0;i<8;i++){if(i>=n)break;s+=a*n2(r);r=mat2(1.6,1.2,-1.2,1.6)*r+1.7;a*=.46;}float road=abs(q.x-road0(q.y));float h=s*3.6*smoothstep(0.,30.,q.y+8.)-1.1+.035*q.y*smoothstep(.2,1.,s);return mix(h,h-.06,smoothstep(.5,.2,road));}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(0.,2.1,-4.),rd=ray(p,ro,vec3(.8,1.9,12.),1.35);
 float t=clamp((u.y-.5)*2.,0.,1.);vec3 c=mix(vec3(.46,.50,.50),vec3(.09,.11,.14),pow(t,.55));float cl=fbm(vec2(u.x*2.2,u.y*3.4)+1.5)*.65+fbm(vec2(u.x*6.,u.y*7.))*.35;c=mix(c,vec3(.045,.055,.07),smoothstep(.36,.62,cl)*smoothstep(.52,.8,u.y)*.9);c+=vec3(.50,.47,.38)*smoothstep(.50,.68,cl)*.5*smoothstep(.9,.6,u.y);
 float rs=u.x*1.+(u.y-.5)*.22;float rain=smoothstep(.40,.62,fbm(vec2(rs*4.,1.)))*smoothstep(.95,.55,u.y);c=mix(c,vec3(.20,.23,.26)*(.8+.4*fbm(vec2(rs*90.,u.y*2.))),rain*.75*smoothstep(.75,.55,u.x));
 float s=1.;bool on=false;for(int i=0;i<190;i++){vec3 q=ro+rd*s;float d=q.y-terr(q.xz,5);if(d<.0012*s){on=true;break;}if(s>75.)break;s+=max(d*.5,.006*s);}
 if(on){vec3 q=ro+rd*s;float e=.0016*s+.002;float h=terr(q.xz,8);vec3 n=normalize(vec3(h-terr(q.xz+vec2(e,0),8),e,h-terr(q.xz+vec2(0,e),8)));vec3 L=normalize(vec3(.8,.42,.15));
  float patchy=fbm(q.xz*.35);vec3 a=mix(vec3(.075,.036,.044),vec3(.15,.095,.03),smoothstep(.38,.6,patchy));a=mix(a,vec3(.06,.075,.022),smoothstep(.5,.65,fbm(q.xz*.22+9.)));a*=.45+1.1*fbm(q.xz*vec2(7.,5.));
  float st=smoothstep(.70,.76,fbm(q.xz*1.9+3.)+.12*fbm(q.xz*14.));a=mix(a,vec3(.20,.20,.19)*(.5+fbm(q.xz*20.)),st);
  float rd0=abs(q.x-road0(q.z));a=mix(a,vec3(.27,.23,.18)*(.7+.5*fbm(q.xz*6.)),smoothstep(.34,.26,rd0)*(1.-.55*smoothstep(.10,.03,rd0)));
  float beam=exp(-pow((q.z-25.-q.x*.8)*.10,2.))*smoothstep(.30,.6,fbm(q.xz*.07+vec2(1.3,.2))+.14);
  c=mix(a*(vec3(5.2,4.1,2.5)*max(dot(n,L),0.)*(beam+.05)+vec3(.34,.40,.46)*(.4+.6*n.y)),vec3(.30,.34,.37),1.-exp(-pow(s*.019,1.7)));
  c=mix(c,vec3(.22,.25,.28),rain*.5*smoothstep(.75,.55,u.x)*smoothstep(20.,50.,s));}
 float ray0=fbm(vec2((u.x-.68+(u.y-.95)*.35)*7.,.3));c+=vec3(.9,.74,.42)*smoothstep(.40,.72,ray0)*exp(-pow((u.x-.72+(u.y-.6)*.5)*3.4,2.))*smoothstep(.40,.55,u.y)*smoothstep(1.,.66,u.y)*.45;
 return dev(c*1.5);}`.replace('\n', '\nfloat road0(float z){return .9*sin(z*.16)+.5*sin(z*.07+1.)-.2+.05*z;}\n'),
};

export const skiers = {
  size: [4, 5],
  film: { vignette: 0.3, grain: 0.8, tint: [0.94, 0.99, 1.08], lift: [0.012, 0.016, 0.03] },
  paint: (x, w, h) => {
    const skier = (left, foot, s, side) => {
      x.save();
      x.translate(left, foot);
      x.scale(side, 1);
      x.strokeStyle = x.fillStyle = '#f00';
      x.lineCap = 'round';
      x.lineWidth = s * 0.1;
      x.beginPath();
      x.moveTo(-s * 0.1, -s * 0.02);
      x.lineTo(s * 0.02, -s * 0.28);
      x.lineTo(-s * 0.06, -s * 0.5);
      x.stroke();
      x.lineWidth = s * 0.17;
      x.beginPath();
      x.moveTo(-s * 0.06, -s * 0.5);
      x.lineTo(s * 0.05, -s * 0.76);
      x.stroke();
      x.beginPath();
      x.arc(s * 0.09, -s * 0.93, s * 0.085, 0, 7);
      x.fill();
      x.lineWidth = s * 0.03;
      x.beginPath();
      x.moveTo(s * 0.08, -s * 0.7);
      x.lineTo(s * 0.3, -s * 0.5);
      x.lineTo(s * 0.16, 0);
      x.moveTo(-s * 0.38, s * 0.05);
      x.lineTo(s * 0.46, -s * 0.04);
      x.stroke();
      x.restore();
    };
    skier(w * 0.565, h * 0.515, h * 0.046, 1);
    skier(w * 0.452, h * 0.562, h * 0.05, 1);
  },
  shader: /* glsl */ `
float edge(float x){return .70+.16*sin(x*2.1-.6)+.05*sin(x*5.+2.)+.012*fbm(vec2(x*12.,1.));}
float track(vec2 u){float k=.485+(u.x-.565)*-.42+.022*sin(u.x*9.)-.10*pow(max(.565-u.x,0.),2.);return u.y-k;}
vec3 scene(vec2 u,vec2 p){vec3 c=mix(vec3(.42,.60,.80),vec3(.07,.18,.40),smoothstep(.6,1.05,u.y));
 float y=edge(u.x);float back=.80+.10*rdg(vec2(u.x*2.4+1.,4.))-.10*u.x;vec3 far=mix(vec3(.30,.38,.56),vec3(.90,.80,.78),smoothstep(.36,.66,rdg(u*vec2(5.,7.)+vec2(u.y*3.,0.))+.2*(u.x-.4)));far*=.8+.4*fbm(u*vec2(50.,70.));far=mix(far,vec3(.42,.54,.72),.5);c=mix(c,far,smoothstep(.0015,-.0015,u.y-back));
 c=mix(c,vec3(.95,.9,.85),.35*smoothstep(.55,.75,fbm(vec2(u.x*3.,u.y*9.)))*smoothstep(.74,.8,u.y)*smoothstep(.95,.84,u.y));
 float d=y-u.y;float e=smoothstep(-.0012,.0012,d);
 float roll=fbm(vec2(u.x*2.2+u.y*1.4,u.y*3.6+2.));float fine=fbm(vec2(u.x*14.+u.y*9.,u.y*46.))-.5;
 float l=.62+(fbm(vec2(u.x*2.2+.03+u.y*1.4,u.y*3.6+2.05))-roll)*7.5+fine*.16;
 float shadow=smoothstep(-.02,.05,(u.x*.62+.17+.10*sin(u.y*6.)+.05*fbm(u*4.))-u.y*.98);
 vec3 s=mix(vec3(.30,.42,.66),vec3(.98,.95,.92),clamp(l,0.,1.));s=mix(s,vec3(.235,.36,.60)*(.72+.42*clamp(l,0.,1.)),shadow*.96);
 s+=vec3(.16,.12,.08)*smoothstep(.02,.0,abs(d))*(1.-shadow);
 float k=track(u);float on=step(u.x,.575);float tr=min(abs(k+.004),abs(k-.004));s=mix(s,s*.60,smoothstep(.0030,.0012,tr)*on*.8);s+=vec3(.12)*smoothstep(.003,.001,abs(k-.008))*on*(1.-shadow);
 float sp=step(.9965,h2(floor(u*R/2.)))*(1.-shadow);s+=sp*.25;
 c=mix(c,s,e);float rock=smoothstep(.60,.66,fbm(u*vec2(13.,17.)+u.yx*4.)+.10*fbm(u*90.)-.02)*smoothstep(.02,.05,d)*smoothstep(.30,.12,d)*smoothstep(.55,.8,u.x);c=mix(c,vec3(.10,.10,.13)*(.5+1.2*fbm(u*70.)),rock*e*.92);
 float blow=fbm(vec2(u.x*7.,(u.y-y)*26.));c+=vec3(.5)*smoothstep(.5,.8,blow)*exp(-abs(u.y-y-.012)*70.)*.5;
 vec2 so=u+vec2(-.028,.012);float ms=mskB(vec2(u.x+(u.y-.515)*1.1-.0,u.y+.0),vec2(.001));float m=mskB(u,vec2(.0008));c=mix(c,vec3(.05,.06,.09),m);c=mix(c,vec3(.62,.10,.05),m*smoothstep(.008,.0,abs(u.x-.566))*smoothstep(.487,.497,u.y)*step(u.y,.527)*.85);return c*.97;}`,
};

export const hut = {
  size: [2, 3],
  film: { vignette: 0.4, grain: 1.2, tint: [0.92, 0.98, 1.1], lift: [0.008, 0.012, 0.026] },
  paint: (x, w, h) => {
    const B = h * 0.802;
    x.fillStyle = '#f00';
    x.fillRect(w * 0.55, B - h * 0.04, w * 0.12, h * 0.05);
    x.beginPath();
    x.moveTo(w * 0.535, B - h * 0.037);
    x.lineTo(w * 0.575, B - h * 0.07);
    x.lineTo(w * 0.655, B - h * 0.07);
    x.lineTo(w * 0.69, B - h * 0.037);
    x.fill();
    x.fillRect(w * 0.638, B - h * 0.086, w * 0.012, h * 0.03);
    x.fillStyle = '#ff0';
    x.fillRect(w * 0.582, B - h * 0.03, w * 0.022, h * 0.017);
    x.fillRect(w * 0.626, B - h * 0.03, w * 0.014, h * 0.017);
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 c=mix3(vec3(.20,.19,.22),vec3(.055,.075,.13),vec3(.018,.026,.058),smoothstep(.2,1.,u.y));c+=vec3(.22,.13,.07)*exp(-length((u-vec2(.1,.27))*vec2(1.,2.6))*3.);c+=vec3(.02,.10,.06)*exp(-pow((u.y-.45)*5.,2.))*.5;
 vec2 q=mat2(.86,.51,-.51,.86)*(p-vec2(.03,.18));float core=exp(-pow(q.x*4.2+.35*(fbm(q*3.)-.5),2.));float dust=fbm(q*vec2(7.,3.)+2.);float lane=smoothstep(.42,.62,fbm(q*vec2(5.,2.2)+vec2(8.,1.)))*exp(-pow(q.x*7.,2.));
 c+=(vec3(.30,.27,.30)*dust+vec3(.28,.19,.14)*exp(-q.y*q.y*2.)*smoothstep(.3,.8,dust))*core*1.15;c*=1.-.62*lane;
 for(int k=0;k<4;k++){float s=k<1?26.:k<2?60.:k<3?110.:190.;vec2 g=p*s+float(k)*7.;vec2 i=floor(g);float r=h2(i+3.);vec2 o=vec2(h2(i),h2(i+9.))*.7+.15;float d=length(fract(g)-o)/s;float br=pow(h2(i+5.),k<1?5.:4.)*(k<1?1.6:k<2?1.1:.7);float den=k<2?.45:mix(.35,.95,core);
  vec3 tint_=mix(vec3(1.,.82,.66),vec3(.74,.86,1.),h2(i+11.));c+=tint_*br*step(1.-den,r)*(smoothstep(.0026,.0006,d)+.10*exp(-d*420.));}
 float y1=.30+.17*rdg(vec2(u.x*1.7+.4,2.))-.02*u.x;float e1=smoothstep(.0012,-.0012,u.y-y1);float l=rdg(u*vec2(7.,6.)+vec2(u.y*2.,0.));vec3 mt=mix(vec3(.028,.036,.056),vec3(.11,.125,.165),smoothstep(.46,.66,l)*smoothstep(.14,.40,u.y));mt=mix(mt,vec3(.10,.10,.13),smoothstep(.30,.20,u.y)*.75);c=mix(c,mt,e1);
 float y2=.205+.03*sin(u.x*3.4+2.6)+.012*fbm(vec2(u.x*9.,1.));float e2=smoothstep(.0012,-.0012,u.y-y2);vec3 gr=vec3(.016,.019,.026)*(.6+.9*fbm(u*vec2(30.,70.)));
 float wl=exp(-length((u-vec2(.60,.185))*vec2(1.,2.6))*11.);gr+=vec3(.42,.23,.07)*wl*(.3+fbm(u*vec2(60.,120.)));c=mix(c,gr,e2);
 vec3 m=picB(u,vec2(.0009,.0007));c=mix(c,vec3(.012,.013,.018),m.r);c=mix(c,vec3(1.8,1.05,.40),m.g);c+=vec3(1.,.55,.2)*(exp(-length((u-vec2(.593,.219))*vec2(.667,1.))*60.)*.4+exp(-length((u-vec2(.61,.21))*vec2(.667,1.))*14.)*.13);
 return c*1.22;}`,
};
