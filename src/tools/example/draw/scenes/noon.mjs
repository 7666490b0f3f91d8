// Ode Vasquarre: flat colour and a high sun.

export const walls = {
  size: [4, 5],
  film: { vignette: 0.2, grain: 0.9, tint: [1, 0.99, 1.02], lift: [0.018, 0.014, 0.02] },
  shader: /* glsl */ `
float id;
float map(vec3 p){float d=p.y;id=1.;
 float a=box(p-vec3(2.6,2.2,6.),vec3(1.6,2.2,1.2));float b=box(p-vec3(-2.4,3.4,9.),vec3(3.,3.4,1.5));b=max(b,-box(p-vec3(-1.5,1.05,7.4),vec3(.55,1.45,1.2)));b=max(b,-box(p-vec3(-3.4,4.3,7.4),vec3(.38,.5,.5)));b=max(b,-box(p-vec3(-1.5,4.3,7.4),vec3(.38,.5,.5)));
 float c=1e3;for(int i=0;i<9;i++){float f=float(i);c=min(c,box(p-vec3(.55-.0*f,.14*f,4.9+.34*f),vec3(.85,.14*f+.14,.17)));}
 float e=box(p-vec3(1.5,.75,4.2),vec3(.12,.75,1.9));e=min(e,box(p-vec3(5.6,3.,12.),vec3(3.,3.,2.)));
 float g=1e3;vec3 q=p-vec3(-2.75,0.,5.8);g=min(g,cyl(q-vec3(0.,.28,0.),.30+.06*q.y,.28));vec3 cc=q-vec3(0.,1.25,0.);g=min(g,smin(caps(cc,vec3(0.,-.8,0.),vec3(0.,.9,0.),.15),smin(caps(cc,vec3(0.,-.2,0.),vec3(.36,-.1,0.),.105),caps(cc,vec3(.36,-.1,0.),vec3(.38,.45,0.),.105),.1),.12));g=min(g,caps(cc,vec3(0.,.1,0.),vec3(-.30,.2,.05),.09));g=min(g,caps(cc,vec3(-.30,.2,.05),vec3(-.31,.6,.05),.085));
 float m=d;if(a<m){m=a;id=2.;}if(b<m){m=b;id=3.;}if(c<m){m=c;id=4.;}if(e<m){m=e;id=5.;}if(g<m){m=g*.8;id=q.y<.55?6.:7.;}return m;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-.9,1.9,-4.2),rd=ray(p,ro,vec3(-.3,2.25,6.),1.35);float t=hit(ro,rd,50.);vec3 c=mix(vec3(.26,.50,.82),vec3(.07,.24,.60),clamp(rd.y*2.,0.,1.));
 if(t<50.){vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.002);vec3 L=normalize(vec3(.62,.68,-.40));vec3 a=k<1.5?vec3(.62,.36,.22):k<2.5?vec3(.86,.60,.16):k<3.5?vec3(.80,.27,.27):k<4.5?vec3(.74,.30,.29):k<5.5?vec3(.80,.77,.72):k<6.5?vec3(.48,.17,.08):vec3(.06,.16,.07);
  vec2 w=abs(n.y)>.5?q.xz:abs(n.x)>.5?q.zy:q.xy;if(k<6.)a*=(.86+.22*fbm(w*1.3))*(.93+.14*fbm(w*26.));float st=smoothstep(.5,.8,fbm(vec2(w.x*3.,w.y*.5)+k));if(k>1.5&&k<5.5)a=mix(a,a*vec3(.80,.76,.78),st*.6*(1.-abs(n.y)));
  if(k>2.5&&k<3.5&&q.z>7.9&&q.z<8.9&&abs(q.x+1.5)<.6&&q.y<2.6)a=vec3(.05,.20,.28)*(.8+.3*step(.5,fract(q.x*4.)));if(k>6.5)a*=.7+.5*step(.5,fract(atan(n.x,n.z)*3.));
  float s=max(dot(n,L),0.)*shade(q+n*.012,L,90.,14.);vec3 bounce=vec3(.32,.17,.10)*(.5-.5*n.y*.6);c=a*(vec3(2.7,2.45,2.1)*s+(vec3(.22,.30,.44)*(.55+.45*n.y)+bounce*.55)*ao(q,n,.7));}
 return dev(c*.98);}`,
};

export const pool = {
  size: [1, 1],
  film: { vignette: 0.2, grain: 0.9, tint: [0.98, 1, 1.02], lift: [0.014, 0.018, 0.02] },
  shader: /* glsl */ `
float caus(vec2 q){vec2 w=q+.45*vec2(fbm(q*.9),fbm(q*.9+7.));float a=abs(fbm(w*1.3)-.48),b=abs(fbm(w*1.9+3.)-.48);return pow(1.-min(a*4.6,1.),4.)+.8*pow(1.-min(b*5.,1.),5.);}
vec3 water(vec2 q){float h=fbm(q*1.5+2.);vec2 g=vec2(fbm(q*1.5+vec2(2.04,2.))-h,fbm(q*1.5+vec2(2.,2.04))-h);vec2 r=q+g*3.2+.02*vec2(sin(q.y*8.),sin(q.x*7.));vec2 tl=r*4.4;vec2 f=abs(fract(tl)-.5);float grout=smoothstep(.43,.49,max(f.x,f.y));
 float deep=smoothstep(-1.4,1.5,q.y);vec3 c=mix(vec3(.30,.72,.78),vec3(.04,.34,.56),deep);c*=.93+.10*h2(floor(tl));c=mix(c,c*1.18+.03,grout*.6);float line=smoothstep(.13,.11,abs(r.x-.1));c=mix(c,vec3(.03,.12,.27),line*.9);c+=vec3(.55,.62,.55)*caus(q*1.7)*mix(.62,.32,deep);
 c+=vec3(.9)*smoothstep(.80,.95,fbm(q*vec2(5.,7.)+g*40.))*.6;return c;}
vec3 scene(vec2 u,vec2 p){vec2 q=mat2(.966,.259,-.259,.966)*p*2.7+vec2(.25,.1);float edge=-.98;vec3 c;float s=q.x-edge;
 if(s>0.){c=water(q);c*=1.-.55*smoothstep(.42,.36,s+.035*(fbm(vec2(q.y*5.,s*3.))-.5));if(s<.10){vec2 f=abs(fract(q.yx*vec2(9.,10.))-.5);c=mix(vec3(.10,.30,.52)*(.8+.4*h2(floor(q.yx*vec2(9.,10.)))),vec3(.6,.68,.7),smoothstep(.42,.48,max(f.x,f.y)));c*=.72;}}
 else{vec2 f=abs(fract(q*vec2(1.65,1.65)+vec2(.35,.2))-.5);c=vec3(.93,.86,.74)*(.88+.16*fbm(q*3.))*(.93+.12*fbm(q*40.))*(.95+.08*h2(floor(q*1.65+vec2(.35,.2))));c*=1.-.30*smoothstep(.480,.492,max(f.x,f.y));if(s>-.26){c=vec3(.98,.94,.86)*(.9+.14*fbm(q*12.));c*=1.-.35*smoothstep(.02,.0,abs(s+.26));}
  float wet=smoothstep(.50,.56,fbm(q*2.1+vec2(4.,1.))+.30*exp(-length(q-vec2(-1.35,-.55))*1.8)-.12);c=mix(c,c*vec3(.66,.62,.58),wet*.8);for(int i=0;i<6;i++){float k=float(i);vec2 o=q-vec2(-1.38+.12*mod(k,2.),-.42+.30*k*.9);float ft=min(length(o*vec2(2.,1.))-.075,length(o*vec2(2.2,1.6)-vec2(0.,.20))-.05);c=mix(c,c*vec3(.60,.56,.54),smoothstep(.02,.0,ft)*exp(-k*.28));}}
 for(int i=0;i<2;i++){float y=.62+.42*float(i);float dx=q.y-y;float sh=smoothstep(.055,.04,abs(dx+.16+.12*s))*step(-.42,s)*step(s,.22);c*=1.-.5*sh;float rail=smoothstep(.038,.030,abs(dx))*step(-.46,s)*step(s,.16+.0);c=mix(c,vec3(.86,.90,.92)*(.55+.6*smoothstep(.03,-.01,dx))+.4*smoothstep(.01,.0,abs(dx-.012)),rail);c=mix(c,vec3(.5,.52,.54),smoothstep(.075,.065,length(vec2(s+.46,dx))));}
 for(int i=0;i<3;i++){float sx=.05+.075*float(i);float st=smoothstep(.016,.010,abs(s-sx-.02))*smoothstep(.20,.19,abs(q.y-.83));c=mix(c,vec3(.66,.80,.84),st*(.9-.28*float(i)));}
 vec2 o=q-vec2(.78,-.72);float r=length(o);float sh=smoothstep(.09,.05,abs(length(o-vec2(-.17,-.20)+.02*vec2(sin(q.y*9.),sin(q.x*8.)))-.30)-.06);if(s>0.)c*=1.-.42*sh;float ring=abs(r-.32)-.115;float e=smoothstep(.012,-.004,ring);float a=atan(o.y,o.x);vec3 rc=mix(vec3(.93,.90,.85),vec3(.86,.16,.12),smoothstep(-.1,.1,sin(a*4.+.7)));float hgt=sqrt(clamp(1.-pow((r-.32)/.115,2.),0.,1.));vec3 n=normalize(vec3(o/r*(r-.32)/.115,hgt+.05));rc*=.42+.75*max(dot(n,normalize(vec3(.5,.6,.6))),0.);rc+=.7*pow(max(dot(n,normalize(vec3(.35,.45,.85))),0.),40.);c=mix(c,rc,e);
 return c*.86;}`,
};

export const road = {
  size: [16, 10],
  film: { vignette: 0.3, grain: 0.9, tint: [1.02, 0.99, 0.99], lift: [0.018, 0.014, 0.016] },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float H=.47;float t=clamp((u.y-H)/(1.-H),0.,1.);vec3 c=mix3(vec3(1.02,.86,.72),vec3(.56,.70,.80),vec3(.20,.42,.66),pow(t,.62));float cl=fbm(vec2((u.x-.4)*1.6/(t+.25),1.5/(t+.22))+3.);c=mix(c,vec3(1.12,1.04,.96),smoothstep(.52,.74,cl)*.75*smoothstep(0.,.12,t));
 for(int i=0;i<3;i++){float f=float(i);float y=H+.012+(.075-.022*f)*pow(fbm(vec2(u.x*(2.2+f)+f*7.+1.,f)),1.3)*smoothstep(-.1,.4,abs(u.x-.52+.25*(f-1.)));float mesa=smoothstep(.50,.53,fbm(vec2(u.x*3.+f*4.,2.)))*.035*(1.-f*.3);y+=mesa*smoothstep(.05,.25,abs(u.x-.5));vec3 m=mix(vec3(.66,.50,.50),vec3(.62,.33,.24),f/2.5);m*=.85+.3*rdg(vec2(u.x*16.,u.y*30.+f));m=mix(m,vec3(.92,.76,.66),.55-.2*f);c=mix(c,m,smoothstep(.0016,-.0016,u.y-y));}
 if(u.y<H){float d=H-u.y;float bump=.020*exp(-pow((d-.055)*30.,2.));float per=.30/(d+.004);float z=per;vec2 q=vec2((u.x-.47)*per*3.3,per*3.);float shim=(n2(vec2(u.x*50.,d*900.))-.5)*.02*exp(-d*60.);float x=(u.x-.47+shim)/(d+.0025)+.035/(d+.06)*0.;
  vec3 g=mix(vec3(.86,.56,.34),vec3(.74,.42,.24),fbm(q*.5));g*=.80+.36*fbm(q*vec2(3.,3.));float sc=smoothstep(.58,.70,n2(q*vec2(1.9,1.6))*.6+.4*n2(q*6.));g=mix(g,vec3(.22,.22,.12)*(.5+.9*n2(q*9.)),sc*smoothstep(1.25,1.7,abs(x))*.85);g*=1.-.4*smoothstep(.60,.72,n2((q+vec2(.16,.05))*vec2(1.9,1.6))*.6+.4*n2((q+vec2(.16,.05))*6.))*(1.-sc)*smoothstep(1.25,1.7,abs(x));
  float asp=smoothstep(1.06,1.0,abs(x));vec3 a=vec3(.30,.28,.28)*(.82+.30*fbm(vec2(x*5.,per*9.)));a*=.92+.16*fbm(vec2(x*40.,per*120.));a*=1.-.22*smoothstep(.16,.05,abs(abs(x)-.5));float crack=smoothstep(.03,.0,abs(fbm(vec2(x*1.3,per*1.1)+4.)-.5))*.35;a*=1.-crack;
  float edge=smoothstep(.035,.02,abs(abs(x)-.90));a=mix(a,vec3(.86,.82,.74),edge*(.55+.4*n2(vec2(x*30.,per*30.))));float dash=smoothstep(.030,.018,abs(x))*step(.52,fract(per*.42+.2));a=mix(a,vec3(.95,.68,.14),dash*.9*(.6+.5*n2(vec2(x*60.,per*40.))));
  g=mix(g,a,asp);g=mix(g,g*.8,smoothstep(1.25,1.0,abs(x))*(1.-asp));c=mix(c,mix(g,vec3(.98,.80,.66),.75*exp(-d*22.)),smoothstep(.0,.003,d));
  c=mix(c,vec3(.80,.86,.92),smoothstep(.55,.2,abs(x)/3.)*exp(-pow((d-.010)*170.,2.))*.7);}
 for(int i=0;i<9;i++){float z=1.+float(i)*1.05;float x=.47+.56/z,b=H-.30/z,h=.62/z;float w=.0052/z;float m=smoothstep(w+.0006,w-.0004,abs(u.x-x-.004*sin(z)))*step(b,u.y)*step(u.y,b+h);m=max(m,smoothstep(.0052/z+.0006,.0052/z-.0006,abs(u.y-b-h*.93))*step(abs(u.x-x),.045/z));c=mix(c,mix(vec3(.15,.10,.08),vec3(.80,.68,.60),1.-exp(-float(i)*.16)),m);}
 for(int k=0;k<2;k++){float o=k<1?-.04:.04;float s=(u.x-.47)/(.56);if(s>0.){float iz=(u.x-.47-o*.0)/(.56+o);float y=H+iz*(-.30+.62*.93)-.030*iz*pow(abs(sin(3.1416*(1./max(iz,.05)-1.)/1.05)),1.);float m=smoothstep(.0016,.0006,abs(u.y-y))*step(iz,1.7)*step(.1,iz);c=mix(c,vec3(.22,.17,.15),m*.55*smoothstep(.1,.5,iz));}}
 return c*.84;}`,
};
