// Noor Elvind: the light that comes in, and what it touches.

export const pears = {
  size: [5, 4],
  film: { vignette: 0.5, grain: 1, tint: [1.02, 0.99, 0.96], lift: [0.018, 0.013, 0.01] },
  shader: /* glsl */ `
float id;
float pear(vec3 p,float a,float s){p/=s;p.xy*=rot(a);float b=length(p-vec3(0.,.30,0.))-.30;float n=length(p-vec3(.02,.68,0.))-.135;return smin(b,n,.34)*s;}
float map(vec3 p){float t=rbox(p-vec3(0.,-.5,.3),vec3(4.,.5,1.5),.02);float bump=0.;
 float a=pear(p-vec3(-.50,0.,.05),.10,1.),b=pear(p-vec3(.22,.0,-.14),-.08,.92);vec3 q=p-vec3(.98,.255,.20);q.xy*=rot(-1.45);q.xz*=rot(.5);float c=pear(q-vec3(0.,-.30,0.),0.,.86);
 float st=min(caps(p,vec3(-.40,.80,.05),vec3(-.31,.99,.03),.016),caps(p,vec3(.19,.74,-.14),vec3(.11,.90,-.16),.015));st=min(st,caps(p,vec3(1.53,.30,.47),vec3(1.69,.40,.54),.015));
 float w=box(p-vec3(0.,1.,2.4),vec3(6.,4.,.1));
 float m=t;id=1.;if(a<m){m=a;id=2.;}if(b<m){m=b;id=3.;}if(c<m){m=c;id=4.;}if(st<m){m=st;id=5.;}if(w<m){m=w;id=6.;}return m;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(.35,1.05,-4.3),rd=ray(p,ro,vec3(.28,.43,0.),2.15);float t=hit(ro,rd,20.);vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.0015);vec3 lp=vec3(3.6,2.5,-1.0)-q;vec3 L=normalize(lp);float sh=0.;for(int i=0;i<4;i++){vec3 o=vec3(0.,.55*(float(i)-1.5),.30*(float(i)-1.5));sh+=shade(q+n*.01,normalize(lp+o),5.,5.)*.25;}
 vec3 a;if(k<1.5){float g=fbm(vec2(q.x*1.6,q.z*26.+q.y*20.));a=mix(vec3(.13,.065,.03),vec3(.25,.14,.07),g)*(.7+.5*fbm(vec2(q.x*.7,q.z*90.)));}
 else if(k<4.5){float f=k*7.;vec2 s=vec2(atan(n.x,n.z)*2.+f,q.y*3.);float sp=smoothstep(.68,.76,n2(vec2(q.x,q.y)*34.+f+q.z*20.));a=mix(vec3(.42,.36,.07),vec3(.52,.40,.10),fbm(s*2.));a=mix(a,vec3(.50,.13,.035),smoothstep(.42,.75,fbm(s*.9+f)+.25*n.x)*.75);a=mix(a,vec3(.22,.12,.04),sp*.45);a=mix(a,vec3(.20,.14,.05),smoothstep(.10,.0,q.y)*.0);}
 else if(k<5.5)a=vec3(.07,.045,.025);else a=vec3(.20,.185,.165)*(.8+.35*fbm(q.xy*1.4))*(.95+.1*fbm(q.xy*14.));
 float win=1.;if(k>5.5){vec2 g=q.xy-vec2(-.9-.3*0.,1.2);win=1.;}
 float d=max(dot(n,L),0.);vec3 c=a*(vec3(1.,.88,.70)*d*sh*5.4*7./(4.+dot(lp,lp))+vec3(.055,.065,.085)*ao(q,n,.5)*1.3);
 if(k>1.5&&k<4.5){vec3 h=normalize(L-rd);c+=vec3(1.,.93,.8)*pow(max(dot(n,h),0.),38.)*.30*sh;c+=a*vec3(.5,.28,.14)*max(-n.y,0.)*.5;}
 if(k>5.5)c*=mix(.35,1.,smoothstep(2.6,-2.8,q.x))*.75;
 return dev(c*1.35);}`,
};

export const chair = {
  size: [4, 5],
  film: { vignette: 0.45, grain: 1.1, tint: [1.03, 0.99, 0.95], lift: [0.018, 0.013, 0.011] },
  shader: /* glsl */ `
float id;
float map(vec3 p){float fl=p.y,w=3.-p.z,w2=3.6-abs(p.x);float sk=box(p-vec3(0.,.09,3.),vec3(4.,.09,.03));
 vec3 q=p-vec3(.12,0.,2.05);q.xz*=rot(.62);float s=rbox(q-vec3(0.,.47,0.),vec3(.235,.022,.225),.015);vec3 l=vec3(abs(q.x)-.205,q.y,q.z);s=min(s,caps(l,vec3(0.,0.,-.21),vec3(-.01,.46,-.195),.019));s=min(s,caps(l,vec3(.005,0.,.22),vec3(-.005,.46,.2),.019));s=min(s,caps(l,vec3(-.005,.46,.2),vec3(-.01,.98,.29),.018));
 for(int i=0;i<3;i++){float y=.62+.145*float(i);s=min(s,rbox(q-vec3(0.,y,.225+(y-.46)*.17),vec3(.19,.03,.008),.006));}s=min(s,caps(l-vec3(0.,0.,0.),vec3(0.,.2,-.2),vec3(0.,.2,.21),.011));s=min(s,caps(q,vec3(-.2,.26,-.2),vec3(.2,.26,-.2),.011));
 vec3 h=q-vec3(.02,.53,-.02);float coat=rbox(q-vec3(-.02,.80,.30),vec3(.215,.22,.022),.02)+.012*sin(q.x*38.+sin(q.y*7.)*2.);
 float m=fl;id=1.;if(w<m){m=w;id=2.;}if(w2<m){m=w2;id=2.;}if(sk<m){m=sk;id=3.;}if(s<m){m=s;id=4.;}if(coat<m){m=coat*.7;id=5.;}return m;}
float pane(vec3 q,vec3 L){float k=(3.55-q.x)/L.x;if(L.x<0.)k=(-3.55-q.x)/L.x;vec3 h=q+L*k;vec2 w=h.zy-vec2(.95,2.35);float b=.05;float a=smoothstep(b,-b,abs(w.x)-1.15)*smoothstep(b,-b,abs(w.y)-1.05);a*=smoothstep(.02,.055,abs(w.x))*smoothstep(.02,.05,abs(w.y-.25));float leaf=fbm(w*3.2+vec2(4.,1.));return a*mix(1.,.25,smoothstep(.50,.62,leaf)*smoothstep(-1.2,.9,w.y+w.x*.5));}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-.05,1.15,-1.5),rd=ray(p,ro,vec3(-.02,.92,2.),1.5);float t=hit(ro,rd,20.);vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.0015);vec3 L=normalize(vec3(.86,.42,-.52));
 vec3 a;if(k<1.5){float bx=q.x*5.2;float pl=floor(bx);float g=fbm(vec2(bx*3.,q.z*.9+pl*7.));a=mix(vec3(.16,.075,.032),vec3(.30,.16,.075),g)*(.75+.45*h1(pl+3.));a*=1.-.6*smoothstep(.46,.49,abs(fract(bx)-.5));}
 else if(k<2.5){a=vec3(.50,.46,.39)*(.86+.2*fbm(q.xy*1.7));a*=.97+.06*fbm(q.xy*22.);a=mix(a,vec3(.26,.30,.27)*(.9+.2*fbm(q.xy*2.)),step(q.y,.95)*step(2.9,q.z));a*=1.-.45*smoothstep(.02,.008,abs(q.y-.95));}
 else if(k<3.5)a=vec3(.30,.31,.28);else if(k<4.5)a=vec3(.21,.105,.045)*(.8+.4*fbm(q.xy*vec2(9.,30.)));else a=vec3(.085,.095,.13)*(.7+.6*fbm(q.xy*40.));
 float s=max(dot(n,L),0.)*pane(q,L)*shade(q+n*.012,L,34.,(3.3-q.x)/L.x);
 vec3 bounce=vec3(.30,.20,.12)*exp(-length(q-vec3(-.4,.1,2.6))*.6);float amb=ao(q,n,.35);
 vec3 c=a*(vec3(4.6,3.5,2.2)*s+(vec3(.21,.22,.235)*(.5+.5*n.x*.6+.2*n.y)+bounce*.55)*amb);
 if(k<1.5)c+=vec3(.9,.7,.45)*pow(max(dot(reflect(rd,n),L),0.),10.)*pane(q,L)*.3;
 c+=vec3(.9,.66,.4)*.016*fbm(u*4.);return dev(c*1.25);}`,
};

export const bottles = {
  size: [4, 5],
  film: { vignette: 0.45, grain: 1, tint: [1, 1, 0.98], lift: [0.014, 0.014, 0.013] },
  shader: /* glsl */ `
float prof(float y,float k){float r;if(k<.5)r=mix(.17,.05,smoothstep(.52,.72,y));else if(k<1.5)r=mix(.21,.055,smoothstep(.40,.66,y));else if(k<2.5)r=.11-.02*smoothstep(.0,.5,y);else if(k<3.5)r=mix(.14,.045,smoothstep(.28,.48,y));else r=.17-.03*y;return r;}
vec3 back(vec2 p){vec3 c=mix(vec3(.95,.93,.86),vec3(1.15,1.18,1.2),smoothstep(-.3,.7,p.y));float tr=fbm(p*vec2(3.,3.)+3.);c=mix(c,vec3(.32,.42,.26),smoothstep(.46,.62,tr)*smoothstep(.45,-.25,p.y)*.75);c=mix(c,vec3(.65,.72,.55),smoothstep(.5,.7,fbm(p*6.+1.))*.3);float bar=smoothstep(.030,.022,abs(p.x-.12))+smoothstep(.026,.018,abs(p.y-.24));c=mix(c,vec3(.34,.32,.29)*(.8+.3*fbm(p*30.)),clamp(bar,0.,1.));return c;}
vec3 blur(vec2 p,float r){vec3 s=vec3(0);for(int i=0;i<16;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/16.);s+=back(p+vec2(cos(a),sin(a))*d*r);}return s/16.;}
vec3 scene(vec2 u,vec2 p){float sill=-.36;vec3 c=blur(p,.012);float side=smoothstep(-.40,-.43,p.x)+smoothstep(.43,.46,p.x);c=mix(c,vec3(.40,.37,.32)*mix(.35,1.,smoothstep(.5,.40,abs(p.x)))*(.9+.2*fbm(p*vec2(60.,5.))),clamp(side,0.,1.));
 if(p.y<sill+.03){float d=sill+.03-p.y;vec3 w=vec3(.62,.58,.50)*(.75+.35*fbm(p*vec2(5.,70.)));w*=mix(1.1,.32,smoothstep(0.,.26,d));w=mix(w,vec3(.16,.145,.125),smoothstep(.195,.20,d));
  for(int i=0;i<5;i++){float f=float(i);float x=(f<.5?-.17:f<1.5?-.045:f<2.5?.07:f<3.5?.185:-.29);vec3 g=f<.5?vec3(.18,.42,.22):f<1.5?vec3(.62,.30,.06):f<2.5?vec3(.72,.80,.80):f<3.5?vec3(.12,.28,.50):vec3(.70,.66,.55);float sp=exp(-pow((p.x-x-(p.x-.1)*.35*d*2.)/(.055+.12*d),2.));w=mix(w,w*g*1.5,sp*.8*smoothstep(.0,.02,d));w+=g*exp(-pow((p.x-x-(x-.1)*.4*d)/.018,2.))*exp(-d*9.)*.55;}
  c=mix(c,w,smoothstep(0.,.004,d));}
 for(int i=0;i<5;i++){float f=float(i);float x=(f<.5?-.17:f<1.5?-.045:f<2.5?.07:f<3.5?.185:-.29);float base=sill-.012-(f<.5?.0:f<1.5?.03:f<2.5?.055:f<3.5?.012:.045);float hh=f<.5?.62:f<1.5?.46:f<2.5?.22:f<3.5?.54:.20;float sc=f<.5?.50:f<1.5?.44:f<2.5?.62:f<3.5?.56:.42;
  float y=(p.y-base)/hh;if(y<-.02||y>1.02)continue;float r=prof(y,f)*sc;r*=sqrt(clamp((y+.02)/.03,0.,1.));if(f<2.||f>2.5&&f<3.5)r+=.007*smoothstep(.93,.94,y)*smoothstep(1.,.99,y);float d=(p.x-x)/r;float e=smoothstep(1.,1.-.004/r,abs(d));if(e<=0.)continue;
  vec3 g=f<.5?vec3(.30,.42,.26):f<1.5?vec3(.62,.38,.16):f<2.5?vec3(.86,.92,.91):f<3.5?vec3(.34,.46,.56):vec3(.92,.90,.85);
  vec2 rp=vec2(x-d*r*1.5*(1.+.6*abs(d)),p.y+.03*d*d);vec3 b=blur(rp,.02)*1.02;float liq=f<1.5?.36:f>2.5&&f<3.5?.0:.58;float wet=step(y,liq);b*=pow(g,vec3(1.+.9*d*d+wet*.7));
  float ed=pow(abs(d),7.);b*=1.-.82*ed;b+=vec3(.95)*smoothstep(.10,.0,abs(d+.62))*.34*smoothstep(.02,.1,y)*smoothstep(1.,.85,y);b+=vec3(.6)*smoothstep(.05,.0,abs(d-.74))*.25;b*=1.-.55*smoothstep(.016,.0,abs(y-liq))*step(.1,liq);b*=mix(.55,1.,smoothstep(.0,.06,y));b+=g*.30*smoothstep(.10,.02,y)*(1.-ed);
  b=mix(b,b*.6,smoothstep(.94,.95,y)*.5);c=mix(c,b,e);}
 return c*.80;}`,
};

export const cup = {
  size: [1, 1],
  film: { vignette: 0.5, grain: 1.2, tint: [1.03, 0.99, 0.95], lift: [0.015, 0.011, 0.009] },
  shader: /* glsl */ `
float id;
float map(vec3 p){float t=p.y;vec3 q=p-vec3(.05,0.,0.);float r=.36+.10*smoothstep(.0,.55,q.y)-.13*smoothstep(.16,.0,q.y);float o=max(length(q.xz)-r,abs(q.y-.31)-.31);float in_=max(length(q.xz)-r+.035,-(q.y-.06));o=max(o,-in_)*.7;vec3 h=q-vec3(-.55,.33,0.);h.x*=1.1;float hd=length(vec2(length(h.xy)-.16,h.z))-.034;hd=max(hd,-(length(q.xz)-r+.01));float tea=max(length(q.xz)-r+.03,abs(q.y-.47)-.006);
 float sau=max(length(q.xz)-.74,abs(q.y-.035-.075*smoothstep(.3,.74,length(q.xz)))-.014)*.7;vec3 s=p-vec3(.72,.085,-.42);s.xz*=rot(-.5);float sp=caps(s,vec3(-.30,.03,0.),vec3(.42,.07,0.),.02);vec3 b=(s-vec3(.52,.07,0.))/vec3(1.5,.5,1.);sp=min(sp,(length(b)-.085)*.5);
 float m=t;id=1.;o=min(o,hd);if(o<m){m=o;id=2.;}if(tea<m){m=tea;id=3.;}if(sau<m){m=sau;id=2.;}if(sp<m){m=sp;id=4.;}return m;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(.25,1.65,-3.3),rd=ray(p,ro,vec3(.05,.50,0.),2.05);float t=hit(ro,rd,14.);vec3 c=vec3(.016,.013,.012)+vec3(.05,.035,.025)*smoothstep(.3,1.,u.x);vec3 L=normalize(vec3(-1.5,.95,.15));
 if(t<14.){vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.0015);vec3 a=k<1.5?mix(vec3(.10,.05,.025),vec3(.19,.10,.05),fbm(vec2(q.x*24.,q.z*1.4)))*(.7+.5*fbm(vec2(q.x*90.,q.z*2.))):k<2.5?vec3(.66,.63,.57)*(.92+.12*fbm(q.xy*8.)):k<3.5?vec3(.10,.032,.008):vec3(.35);
  if(k>1.5&&k<2.5){float b=smoothstep(.014,.008,abs(q.y-.565))*step(.3,q.y);a=mix(a,vec3(.05,.10,.22),b*step(.36,length(q.xz-vec2(.05,0.))));a=mix(a,vec3(.05,.10,.22),smoothstep(.012,.006,abs(length(q.xz-vec2(.05,0.))-.69))*step(q.y,.2));}
  float s=max(dot(n,L),0.)*shade(q+n*.012,L,9.,6.);float slat=smoothstep(.10,.30,abs(fract((q.x*.55+q.z*.6)*.9+.15)-.5));s*=k<1.5?.35+.65*slat:1.;
  c=a*(vec3(3.3,2.6,1.75)*s+vec3(.13,.145,.17)*ao(q,n,.4));vec3 h=normalize(L-rd);c+=vec3(1.,.85,.6)*pow(max(dot(n,h),0.),k<1.5?14.:70.)*(k<1.5?.10:k>2.5?1.4:.55)*(k<1.5?s+.1:1.)*shade(q+n*.012,L,9.,6.);if(k>2.5&&k<3.5)c+=vec3(.5,.4,.28)*pow(1.-max(dot(n,-rd),0.),3.);
  c=mix(c,vec3(.016,.013,.012),smoothstep(4.,8.5,t));}
 vec2 s=p-vec2(-.02,.06);float y=s.y;if(y>0.){float w=.06+.16*y;vec2 f=vec2(s.x+.10*sin(y*7.+1.)*y+.10*(fbm(vec2(y*3.,2.))-.5),y);float sm=fbm(vec2(f.x*7.,f.y*3.4-1.)+.8*vec2(fbm(f*5.),fbm(f*5.+4.)));float wisp=smoothstep(.40,.72,sm)*exp(-pow(f.x/w,2.))*smoothstep(0.,.06,y)*smoothstep(.46,.16,y);c+=vec3(.62,.50,.36)*wisp*.75;}
 return dev(c*1.35);}`,
};
