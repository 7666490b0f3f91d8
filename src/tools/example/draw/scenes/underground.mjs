// Jun Haskari: platforms and passages, one figure each.
import { person } from '../brush.mjs';

export const platform = {
  size: [3, 2],
  film: { vignette: 0.45, grain: 1.2, tint: [0.94, 1, 1.04], lift: [0.012, 0.016, 0.022] },
  paint: (x, w, h) => {
    x.fillStyle = '#f00';
    person(x, w * 0.425, h * 0.795, h * 0.3, 0.12, true);
    x.fillRect(w * 0.452, h * 0.74, w * 0.022, h * 0.055);
    x.fillRect(w * 0.4595, h * 0.715, w * 0.0022, h * 0.03);
  },
  shader: /* glsl */ `
float id;
float map(vec3 p){float pl=max(box(p-vec3(-2.,-.5,30.),vec3(3.1,.5,40.)),-1.);vec3 q=p;q.z=mod(p.z,6.)-3.;
 float col=box(vec3(abs(q.x+2.2),q.y-1.9,q.z),vec3(.11,1.9,.11));vec3 b=q-vec3(-2.2,3.45,0.);b.x=abs(b.x);col=min(col,max(caps(b,vec3(0.,-.5,0.),vec3(1.5,.35,0.),.06),-1.));
 float roof=box(p-vec3(-2.,3.95+abs(p.x+2.2)*.10,30.),vec3(3.3,.07,40.));roof=min(roof,box(vec3(abs(p.x+2.2)-3.1,p.y-4.1,0.),vec3(.08,.26,1e3)));roof=min(roof,box(vec3(p.x+2.,p.y-3.78,mod(p.z,3.)-1.5),vec3(3.2,.09,.05)));
 float lamp=box(q-vec3(-.35,3.55,0.),vec3(.06,.045,.95));
 float tr=p.y+1.05;vec3 r=p;r.x=abs(p.x-2.9)-.72;tr=min(tr,box(r-vec3(0.,-.93,0.),vec3(.05,.1,1e3)));tr=min(tr,box(vec3(p.x-2.9,p.y+1.02,mod(p.z,.7)-.35),vec3(1.3,.07,.13)));
 float wall=box(p-vec3(-5.3,2.,30.),vec3(.2,2.2,40.));float bench=rbox(p-vec3(-4.4,.45,9.),vec3(.28,.05,1.1),.02);bench=min(bench,rbox(p-vec3(-4.7,.8,9.),vec3(.04,.25,1.1),.02));bench=min(bench,box(vec3(p.x+4.4,p.y-.2,abs(p.z-9.)-.8),vec3(.2,.22,.04)));
 float far=box(p-vec3(8.,1.5,30.),vec3(.3,4.,60.));
 float m=pl;id=1.;if(col<m){m=col;id=2.;}if(roof<m){m=roof;id=3.;}if(lamp<m){m=lamp;id=4.;}if(tr<m){m=tr;id=5.;}if(wall<m){m=wall;id=6.;}if(bench<m){m=bench;id=7.;}if(far<m){m=far;id=8.;}return m;}
vec3 lights(vec3 p,vec3 n){vec3 s=vec3(0);float k=floor(p.z/6.);for(int i=-1;i<3;i++){vec3 l=vec3(-.35,3.45,(k+float(i))*6.+3.);l.z+=clamp(p.z-l.z,-.9,.9);if(l.z<0.)continue;vec3 d=l-p;float e=dot(d,d);s+=vec3(.95,1.12,.86)*max(dot(n,normalize(d)),0.)/(.5+e)*shade(p+n*.02,normalize(d),14.,sqrt(e)-.2);}return s*2.6;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-.55,1.55,-1.8),rd=ray(p,ro,vec3(-.35,1.5,12.),1.1);float t=hit(ro,rd,70.);vec3 c=vec3(.012,.018,.032);
 if(t<70.){vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.002);vec3 a=vec3(.26,.25,.23);
  if(k<1.5){vec2 f=abs(fract(q.xz*1.6)-.5);a=vec3(.24,.235,.225)*(.75+.4*fbm(q.xz*2.5))*(.9+.2*h2(floor(q.xz*1.6)));a*=1.-.35*smoothstep(.465,.49,max(f.x,f.y));float ed=smoothstep(.04,.02,abs(q.x-.72)-.10);a=mix(a,vec3(.62,.46,.10),ed);}
  else if(k<2.5)a=vec3(.06,.14,.12);else if(k<3.5)a=vec3(.20,.21,.20);else if(k>4.5&&k<5.5){a=vec3(.07,.065,.06)*(.4+1.2*fbm(q.xz*9.));if(abs(abs(q.x-2.9)-.72)<.06&&q.y>-.9)a=vec3(.5,.5,.52);}
  else if(k>5.5&&k<6.5){vec2 tl=vec2(q.z*3.,q.y*6.);tl.x+=.5*mod(floor(tl.y),2.);vec2 f=abs(fract(tl)-.5);a=mix(vec3(.46,.48,.42),vec3(.08,.22,.19),step(q.y,1.25))*(.85+.2*h2(floor(tl)));a*=1.-.3*smoothstep(.46,.49,max(f.x,f.y));}
  else if(k>6.5&&k<7.5)a=vec3(.25,.12,.05);else if(k>7.5)a=vec3(.055,.05,.05)*(.5+fbm(vec2(q.z*2.,q.y*4.)));
  c=k>3.5&&k<4.5?vec3(3.2,3.6,2.9):a*(lights(q,n)+vec3(.035,.05,.055)*ao(q,n,.6));
  if(k<1.5){vec3 r=reflect(rd,n);float t2=hit(q+n*.02,r,30.);vec3 q2=q+r*t2;map(q2);vec3 rf=id>3.5&&id<4.5?vec3(2.6,2.9,2.3):vec3(.05,.06,.055);c+=rf*(.04+.5*pow(1.-abs(rd.y),5.))*(.3+fbm(q.xz*3.));}
  if(k>5.5&&k<6.5){float w=step(abs(mod(q.z,8.)-4.),1.3)*step(1.5,q.y)*step(q.y,2.7);c=mix(c,vec3(.55,.30,.14)*(.4+.9*fbm(q.zy*3.)),w*.8);}
  c=mix(c,vec3(.10,.125,.105),1.-exp(-t*.016));}
 vec2 hl=vec2(.437,.487);float g=length((u-hl)*vec2(1.5,1.));c+=vec3(1.6,1.35,.95)*(exp(-g*170.)*2.5+exp(-g*22.)*.30);c+=vec3(1.6,1.35,.95)*exp(-length((u-hl-vec2(.008,0.))*vec2(1.5,1.))*190.)*2.5;
 c+=vec3(.55,.45,.30)*exp(-abs(u.x-.437+(.487-u.y)*.75)*60.)*smoothstep(.487,.46,u.y)*smoothstep(.25,.45,u.y)*.5;
 float m=mskB(u,vec2(.0008,.0012));vec2 su=vec2(u.x+(.205-u.y)*.5,.205+(.205-u.y)*1.9);float sh=u.y<.205?mskB(su,vec2(.006,.012)):0.;c*=1.-.5*sh;c=mix(c,vec3(.010,.012,.016)+vec3(.07,.085,.07)*(m-msk(u+vec2(-.004,.004)))*1.,m*.97);
 return dev(c*1.6);}`,
};

export const underpass = {
  size: [2, 3],
  film: { vignette: 0.5, grain: 1.4, tint: [1.02, 1, 0.97], lift: [0.014, 0.013, 0.012] },
  paint: (x, w, h) => {
    x.fillStyle = '#f00';
    person(x, w * 0.535, h * 0.607, h * 0.118, 0.8);
  },
  shader: /* glsl */ `
float map(vec3 p){float r=length(vec2(p.x,max(p.y-1.6,0.)*1.05))-2.;float in_=p.y>1.6?r:abs(p.x)-2.;float d=-in_;d=min(d,p.y);vec3 q=p;q.z=mod(p.z,3.)-1.5;float rib=max(abs(length(vec2(q.x,max(q.y-1.6,0.)))-2.)-.14,abs(q.z)-.16);rib=p.y>1.6?rib:max(abs(abs(q.x)-2.)-.14,abs(q.z)-.16);d=min(d,rib);d=min(d,box(vec3(abs(p.x)-1.86,p.y-.1,0.),vec3(.16,.14,1e3)));return d;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-.5,1.25,-1.),rd=ray(p,ro,vec3(.16,1.5,12.),1.0);float t=hit(ro,rd,44.);vec3 q=ro+rd*t;float v;float end=26.;
 if(q.z>end){float tt=(end-ro.z)/rd.z;v=1.15+.2*u.y;float b=smoothstep(.48,.44,u.y+.02*fbm(vec2(u.x*30.,1.)));v=mix(v,.75,b*.6);}
 else{vec3 n=nrm(q,.002);vec3 L=vec3(0.,1.5,end+1.)-q;float e=dot(L,L);float g=max(dot(n,normalize(L))+.06,0.)*70./(6.+e)*(.3+.7*shade(q+n*.03,normalize(L),8.,sqrt(e)));
  float lamp=0.;for(int i=0;i<4;i++){vec3 l=vec3(0.,3.35,3.+6.*float(i))-q;float k=dot(l,l);lamp+=max(dot(n,normalize(l)),0.)/(.35+k)*(i==1?.15:.8);}
  float a=.34*(.7+.5*fbm(vec2(q.z*2.,q.y*3.+q.x)));vec2 br=vec2(q.z*2.6,atan(q.x,max(q.y,.1))*6.);if(q.y>.3){br.x+=.5*mod(floor(br.y),2.);vec2 f=abs(fract(br)-.5);a*=(.8+.35*h2(floor(br)))*(1.-.35*smoothstep(.42,.48,max(f.x,f.y)));float damp=smoothstep(.45,.7,fbm(vec2(q.z*.8,q.y*.5+q.x)));a*=1.-.5*damp;}
  v=a*(g+lamp+.02*ao(q,n,.5));
  if(q.y<.02){float wet=smoothstep(.40,.60,fbm(q.xz*vec2(1.,.7)));vec3 r=reflect(rd,vec3(0,1,0));float px=(end-q.z)/r.z;vec2 h=(q+r*px).xy;float rf=smoothstep(2.1,1.7,length(vec2(h.x,max(h.y-1.5,0.))));v+=rf*(.08+.62*wet)*(.55+.5*fbm(q.xz*vec2(3.,1.)))*.75;}
  v=mix(v,.55,1.-exp(-t*.010));}
 vec2 ec=vec2(.525,.44);v+=.30*exp(-length((u-ec)*vec2(.667,1.))*7.);float m=mskB(u,vec2(.0012,.0008));v=mix(v,.012,m*.97);
 vec2 su=vec2(.535+(u.x-.535)*mix(1.,.55,smoothstep(.395,.0,u.y)),.395+(.395-u.y)*.34);float sh=u.y<.395?mskB(su,vec2(.004,.003)):0.;v*=1.-.75*sh*smoothstep(0.,.3,u.y);
 return dev(vec3(1.02,1.,.96)*v*1.25);}`,
};
