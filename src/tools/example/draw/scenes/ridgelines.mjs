// Silas Ombrey: the long view.

export const ridges = {
  size: [8, 5],
  film: { vignette: 0.3, grain: 0.8, tint: [0.95, 1, 1.05], lift: [0.01, 0.02, 0.03] },
  shader: /* glsl */ `
float rl(float x,float f){return .86-.092*f-.012*f*f*.35+.16*(rdg(vec2(x*(1.05+.24*f)+f*13.7,f*3.1))-.45)*(.75+.07*f)+.028*(fbm(vec2(x*9.+f*7.,f))-.5);}
 vec3 scene(vec2 u,vec2 p){vec3 c=mix(vec3(1.2,.86,.62),vec3(.50,.62,.78),smoothstep(.62,1.05,u.y));c+=vec3(1.,.6,.3)*exp(-length((u-vec2(.73,.80))*vec2(1.5,1.3))*3.2)*.9;
  c=mix(c,vec3(1.2,.92,.78),.35*smoothstep(.5,.8,fbm(vec2(u.x*2.,u.y*11.)+2.)));
  for(int i=0;i<8;i++){float f=float(i);float y=rl(u.x*1.6,f);float t=f/7.;
   float tree=f>3.?(.004+.010*(t-.4))*(n2(vec2(u.x*(240.-f*8.),f))*n2(vec2(u.x*90.,f+3.))*2.2):0.;y+=tree;
   float e=smoothstep(.0016,-.0016,u.y-y);
   vec3 base=mix(vec3(.90,.72,.62),vec3(.055,.10,.125),pow(t,.62));
   float dep=clamp((rl(u.x*1.6,f)*.35+(.86-.092*f-.012*f*f*.35)*.65-u.y)/(.20-.05*t),0.,1.);
   vec3 haze=mix(vec3(1.12,.86,.70),vec3(.50,.55,.60),t*.9);
   vec3 l=mix(base,haze,pow(dep,1.5)*(.86-.45*t));
   l*=1.-.10*(fbm(vec2(u.x*22.,u.y*34.+f*5.))-.5)*(.4+t*2.2);
   l+=vec3(.75,.42,.2)*exp(-length((u-vec2(.73,y))*vec2(2.3,6.))*2.6)*(1.-t)*.42;
   c=mix(c,l,e);}
  return c*.98;}`,
};

export const fell = {
  size: [3, 2],
  film: { vignette: 0.35, grain: 0.9, tint: [0.95, 0.99, 1.06], lift: [0.012, 0.014, 0.026] },
  shader: /* glsl */ `
float hl(float x){float b=.40*exp(-abs(x-.60)*4.2)+.24*exp(-abs(x-.33)*5.6)+.20*exp(-abs(x-.86)*6.)+.10*exp(-abs(x-.07)*4.)-.03;return .49+b*.92+.060*(rdg(vec2(x*5.5,2.))-.5)+.018*(fbm(vec2(x*26.,1.))-.5);}
 float ht(vec2 u){vec2 w=u+.02*vec2(fbm(u*14.),fbm(u*14.+5.));return rdg(vec2(w.x*6.4+w.y*2.2,w.y*2.2+1.))*.8+.5*rdg(w*vec2(16.,9.)+3.)+.22*rdg(w*38.);}
 vec3 up(vec2 u){float t=clamp((u.y-.45)/.55,0.,1.);vec3 c=mix3(vec3(1.02,.66,.52),vec3(.60,.54,.66),vec3(.22,.29,.46),pow(t,.8));float cl=fbm(vec2(u.x*2.4,u.y*7.)+6.);c=mix(c,vec3(1.1,.60,.46),smoothstep(.52,.80,cl)*.6*(1.-t*.6));
  float yb=.485+.075*fbm(vec2(u.x*5.+3.,4.))+.05*smoothstep(.5,.0,abs(u.x-.1));
  float y=hl(u.x);float e=smoothstep(.0018,-.0018,u.y-y);if(e>0.){float a=ht(u),b=ht(u+vec2(.010,.006));float l=clamp(.47+(a-b)*3.2+.10*(u.x-.5),0.,1.);float alt=clamp((u.y-.46)/.36,0.,1.);
   float snow=smoothstep(.40,.62,alt*.9+.45*(fbm(u*vec2(16.,24.))-.35)+.12*a);
   vec3 rockS=mix(vec3(.15,.17,.25),vec3(.20,.21,.30),a);vec3 rockL=mix(vec3(.62,.33,.26),vec3(1.0,.52,.36),alt);
   vec3 rs=mix(vec3(.34,.40,.56),vec3(.46,.50,.66),a);vec3 sl=vec3(1.55,.86,.66);float lk=smoothstep(.30,.80,l)*smoothstep(.20,.62,alt+.16*fbm(u*6.));
   vec3 m=mix(mix(rockS,rs,snow),mix(rockL,sl,snow),lk);m*=.72+.5*fbm(u*vec2(40.,50.));m=mix(m,vec3(.52,.46,.54),.62*smoothstep(.30,.0,alt));c=mix(c,m,e);}
  float e2=smoothstep(.002,-.002,u.y-yb);c=mix(c,mix(vec3(.12,.14,.19),vec3(.38,.36,.44),smoothstep(.0,.10,yb-u.y)*.7),e2*.93);return c;}
 vec3 scene(vec2 u,vec2 p){float H=.40;vec3 c;float tl=.012*n2(vec2(u.x*150.,1.))+.030*n2(vec2(u.x*60.,5.))*n2(vec2(u.x*14.,2.))+.012*smoothstep(.35,0.,u.x)+.02*smoothstep(.75,1.,u.x);
  if(u.y>H){c=up(u);float e=smoothstep(.0022,-.0022,u.y-(H+tl));c=mix(c,vec3(.045,.055,.07),e*.94);c=mix(c,vec3(.85,.62,.56),.35*exp(-(u.y-H)*30.)*(fbm(vec2(u.x*5.,u.y*30.))));}
  else{float d=H-u.y;float per=1./(d+.03);float w=fbm(vec2((u.x-.5)*per*1.1,per*2.6))-.5;vec2 r=vec2(u.x+w*.014,H+d*1.08+w*.030*(.4+d*3.));c=up(r)*mix(vec3(.86,.86,.9),vec3(.38,.42,.52),smoothstep(.0,.42,d));
   float tl2=.012*n2(vec2(r.x*150.,1.))+.030*n2(vec2(r.x*60.,5.))*n2(vec2(r.x*14.,2.));c=mix(c,vec3(.05,.06,.075),smoothstep(.006,-.006,d-tl2*1.1-.004)*.9);
   float st=smoothstep(.52,.70,fbm(vec2(u.x*7.,u.y*16.)+2.))*smoothstep(.14,.02,u.y);c=mix(c,vec3(.045,.045,.055)*(.6+fbm(u*vec2(60.,90.))*1.6),st*.95);}
  return c*1.03;}`,
};
