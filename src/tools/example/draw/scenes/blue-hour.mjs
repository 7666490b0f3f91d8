// Mira Tellund: lamps and water after the sun has gone.

export const pier = {
  size: [4, 5],
  film: { vignette: 0.45, grain: 1, tint: [0.92, 0.98, 1.1], lift: [0.008, 0.014, 0.03] },
  shader: /* glsl */ `
float id;
float map(vec3 p){
 float d=box(p-vec3(0.,-.15,26.),vec3(1.7,.15,30.));
 vec3 q=p;q.z=mod(p.z,2.6)-1.3;q.x=abs(p.x)-1.6;
 float e=box(q-vec3(0.,.45,0.),vec3(.06,.5,.06));
 e=min(e,box(vec3(q.x,p.y-.95,0.),vec3(.075,.04,1.)));e=min(e,box(vec3(q.x,p.y-.55,0.),vec3(.02,.02,1.)));e=min(e,box(vec3(q.x,p.y-.25,0.),vec3(.02,.02,1.)));
 vec3 l=p;l.z=mod(p.z-1.,9.)-4.5;l.x=p.x+1.6;float lp=cyl(l-vec3(0.,1.6,0.),.045,1.6);lp=min(lp,caps(l,vec3(0.,3.15,0.),vec3(.5,3.3,0.),.035));
 e=min(e,lp);e=max(e,p.z-56.);
 vec3 s=p;s.z=mod(p.z,5.)-2.5;s.x=abs(p.x)-1.3;e=min(e,max(cyl(s-vec3(0.,-2.,0.),.14,2.),p.z-56.));
 vec3 h=p-vec3(0.,1.3,58.);float hs=box(h,vec3(2.4,1.3,2.));vec3 r=h-vec3(0.,1.3,0.);hs=min(hs,max(r.y-1.3+abs(r.x)*.5,max(-r.y,abs(r.z)-2.4)));
 float bulb=length(l-vec3(.55,3.2,0.))-.12;bulb=max(bulb,p.z-54.);
 id=1.;float m=d;if(e<m){m=e;id=2.;}if(hs<m){m=hs;id=4.;}if(bulb<m){m=bulb;id=3.;}return m;}
vec3 sky(vec3 d){float t=clamp(d.y*1.9,0.,1.);vec3 c=mix3(vec3(.62,.34,.22),vec3(.20,.23,.36),vec3(.035,.06,.135),pow(t,.55));
 float cl=fbm(vec2(d.x*3.,d.y*11.)+3.);return mix(c,c*.45+vec3(.12,.07,.08),smoothstep(.46,.72,cl)*.75);}
vec3 lamps(vec3 p,vec3 n){vec3 s=vec3(0);for(int i=0;i<6;i++){vec3 l=vec3(-1.05,3.2,5.5+9.*float(i))-p;float d=dot(l,l);s+=vec3(1.9,1.05,.42)*max(dot(n,normalize(l)),0.)/(.6+d);}return s*1.5;}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(.12,1.75,-1.6),rd=ray(p,ro,vec3(-.05,1.35,14.),1.05);vec3 c;
 float t=hit(ro,rd,90.),tw=rd.y<0.?(-2.3-ro.y)/rd.y:1e5;
 if(t<90.&&t<tw){vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.002);
  if(k>2.5&&k<3.5)c=vec3(5.,3.4,1.8);
  else{vec3 a=k<1.5?vec3(.14,.12,.11)*(.55+.7*h1(floor(q.z*6.)))*(.75+.5*fbm(vec2(q.x*3.,q.z*40.))):k>3.5?vec3(.16,.17,.19):vec3(.09,.10,.115);
   if(k<1.5)a*=smoothstep(.0,.08,abs(fract(q.z*6.)-.5)*2.-.0)*.35+.65;
   float fr=k<1.5?pow(1.-max(dot(n,-rd),0.),4.)*.5:.04;
   c=a*(vec3(.22,.28,.42)*(.5+.5*n.y)*ao(q,n,.5)+lamps(q,n)*1.6)+fr*sky(reflect(rd,n))*(.4+.6*fbm(q.xz*vec2(5.,1.2)));
   if(k>3.5&&abs(q.x)<1.5&&q.y>.7&&q.y<1.9&&n.z<-.8)c+=vec3(1.5,.8,.3)*step(.12,abs(fract(q.x*1.4)-.5))*.9;}
  c=mix(c,sky(rd)*.9,1.-exp(-t*.011));}
 else if(tw<1e4){vec3 q=ro+rd*tw;float w=fbm(q.xz*vec2(.10,.35))-.5;vec3 r=reflect(rd,normalize(vec3(w*.03,1.,w*.05)));r.y=abs(r.y);
  c=mix(vec3(.028,.05,.085),sky(r),.25+.7*pow(1.-abs(rd.y),5.))*(1.+.35*w);
  for(int i=0;i<6;i++){vec3 l=vec3(-1.05,3.2,5.5+9.*float(i));float dx=(q.x-l.x)*14./q.z;c+=vec3(.9,.5,.2)*exp(-abs(dx+3.5)*.8)*.05;}
  c=mix(c,sky(vec3(rd.x,.02,rd.z)),smoothstep(60.,260.,tw)*.8);}
 else c=sky(rd);
 for(int i=0;i<6;i++){vec3 l=vec3(-1.05,3.2,5.5+9.*float(i))-ro;float k=length(cross(l,rd));c+=vec3(1.,.52,.2)*.055/(k*k*4.+.05)*smoothstep(0.,6.,t+.5)*step(0.,dot(l,rd))*.35;}
 return dev(c*1.55);}`,
};

export const lido = {
  size: [3, 2],
  film: { vignette: 0.5, grain: 1.1, tint: [0.88, 1, 1.08], lift: [0.006, 0.016, 0.026] },
  shader: /* glsl */ `
float id;
float map(vec3 p){
 float rim=max(box(p-vec3(0.,-.05,9.),vec3(5.4,.16,9.4)),-box(p-vec3(0.,0.,9.),vec3(4.9,1.,8.9)));
 float g=p.y+.02;if(abs(p.x)<5.&&p.z>0.&&p.z<18.)g=max(g,-box(p-vec3(0.,0.,9.),vec3(4.95,1.,8.95)));
 vec3 q=p-vec3(3.2,.55,17.9);q.x=abs(q.x)-.28;float lad=caps(q,vec3(0.,-.9,-.25),vec3(0.,.25,-.25),.035);lad=min(lad,caps(q,vec3(0.,.25,-.25),vec3(0.,.25,.3),.035));lad=min(lad,caps(q,vec3(0.,.25,.3),vec3(0.,-.6,.3),.035));
 vec3 b=p-vec3(-6.6,0.,8.);b.z=mod(p.z,4.4)-2.2;float chair=rbox(b-vec3(0.,.34,0.),vec3(.5,.05,.32),.02);vec3 bb=b-vec3(-.55,.62,0.);bb.xy*=rot(.75);chair=min(chair,rbox(bb,vec3(.4,.04,.32),.02));chair=max(chair,p.z-17.);
 float board=rbox(p-vec3(-.9,1.02,-.1+18.6),vec3(.3,.05,1.7),.02);board=min(board,box(p-vec3(-.9,.5,19.8),vec3(.26,.5,.3)));
 float hut=box(p-vec3(-1.,1.4,27.),vec3(12.,1.5,1.));
 float m=rim;id=1.;if(g<m){m=g;id=2.;}if(lad<m){m=lad;id=3.;}if(chair<m){m=chair;id=4.;}if(board<m){m=board;id=5.;}if(hut<m){m=hut;id=6.;}return m;}
vec3 sky(vec3 d){vec3 c=mix(vec3(.11,.15,.26),vec3(.014,.024,.06),pow(clamp(d.y*2.2,0.,1.),.6));c=mix(c,vec3(.006,.009,.014),smoothstep(.02,-.02,d.y-.10-.09*fbm(vec2(d.x*7.,2.))-.03*fbm(vec2(d.x*40.,1.))));return c;}
float caus(vec2 q){float a=abs(fbm(q*1.1+fbm(q*.8)*1.6)-.5);float b=abs(fbm(q*1.7-fbm(q)*1.3+4.)-.5);return pow(1.-min(a*3.2,1.),5.)+pow(1.-min(b*3.2,1.),6.);}
vec3 under(vec3 q,vec3 rd){float t=1e4;vec3 n=vec3(0,1,0);float k=(-1.9-q.y)/rd.y;t=k;
 float kx=((rd.x>0.?4.9:-4.9)-q.x)/rd.x;if(kx<t){t=kx;n=vec3(1,0,0);}float kz=((rd.z>0.?17.9:.1)-q.z)/rd.z;if(kz<t){t=kz;n=vec3(0,0,1);}
 vec3 h=q+rd*t;vec2 tl=n.y>.5?h.xz:n.x>.5?h.zy:h.xy;vec2 f=abs(fract(tl*3.2)-.5);vec3 a=vec3(.62,.80,.80)*(.86+.14*h2(floor(tl*3.2)));a*=1.-.22*smoothstep(.44,.48,max(f.x,f.y));
 if(n.y>.5){float ln=abs(fract(h.x/2.45+.5)-.5)*2.45;a=mix(a,vec3(.03,.07,.12),smoothstep(.15,.12,ln)*step(1.2,h.z)*step(h.z,16.8));}
 vec3 l=vec3(0);for(int i=0;i<6;i++){float s=i<3?-1.:1.;vec3 lp=vec3(4.7*s,-.9,3.+6.*mod(float(i),3.));float d=length(lp-h);l+=vec3(.42,1.0,1.0)*(1.15/(1.+d*d*.22));l+=vec3(.9,1.2,1.1)*.7*exp(-d*5.)*6.;}
 return a*l*(.5+.75*caus(h.xz*1.1+h.y))*exp(-t*vec3(.16,.045,.05));}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(1.8,2.9,-4.6),rd=ray(p,ro,vec3(-.3,.1,9.),1.25);vec3 c;float t=hit(ro,rd,60.),tw=rd.y<0.?(-.12-ro.y)/rd.y:1e5;vec3 qw=ro+rd*tw;bool inw=abs(qw.x)<4.9&&qw.z>.1&&qw.z<17.9;
 if(inw&&tw<t+.05){vec2 e=vec2(.03,0);vec2 s=qw.xz*vec2(1.3,.9);float h=fbm(s),hx=fbm(s+e)-h,hz=fbm(s+e.yx)-h;vec3 n=normalize(vec3(-hx*1.6,1.,-hz*1.6));
  float fr=.02+.98*pow(1.-max(dot(n,-rd),0.),5.);vec3 r=reflect(rd,n);vec3 rf=sky(r);if(r.y<.16&&r.z>0.)rf=mix(rf,vec3(.02,.02,.022),.7);c=mix(under(qw,refract(rd,n,.75)),rf,fr);}
 else if(t<60.){vec3 q=ro+rd*t;map(q);float k=id;vec3 n=nrm(q,.002);vec3 a=k<1.5?vec3(.5):k<2.5?vec3(.20,.19,.18)*(.7+.6*fbm(q.xz*3.)):k<3.5?vec3(.5):k<4.5?vec3(.5,.5,.48):k<5.5?vec3(.45):vec3(.12,.13,.14);
  if(k>1.5&&k<2.5){vec2 f=abs(fract(q.xz*.9)-.5);a*=1.-.4*smoothstep(.47,.49,max(f.x,f.y));}
  vec3 pc=vec3(clamp(q.x,-4.5,4.5),-.2,clamp(q.z,.5,17.5));vec3 l=pc-q;float d=length(l);c=a*(vec3(.045,.06,.11)*ao(q,n,.6)*(.5+.5*n.y)+vec3(.16,.50,.50)*max(dot(n,l/d)+.35,0.)/(1.+d*d*.35)*1.1);
  if(k>5.5){float w=step(.2,abs(fract(q.x*.42)-.5))*step(.6,q.y)*step(q.y,2.1);c+=vec3(.02,.03,.04);c+=vec3(1.3,.75,.3)*w*step(.84,h1(floor(q.x*.42+.5)+4.))*.8;}}
 else c=sky(rd);
 float mist=fbm(vec2(u.x*4.,u.y*7.)+2.);c+=vec3(.10,.25,.26)*smoothstep(.45,.8,mist)*smoothstep(.42,.58,u.y)*smoothstep(.82,.6,u.y)*.35;
 return dev(c*1.5);}`,
};

export const rowing = {
  size: [4, 5],
  film: { vignette: 0.3, grain: 1.1, tint: [0.96, 1, 1.04], lift: [0.016, 0.02, 0.03] },
  paint: (x, w, h) => {
    const H = h * 0.6;
    const boat = (cx, s) => {
      x.fillStyle = '#f00';
      x.beginPath();
      x.moveTo(cx - s, H - s * 0.2);
      x.bezierCurveTo(cx - s * 0.5, H - s * 0.08, cx + s * 0.45, H - s * 0.06, cx + s * 1.02, H - s * 0.26);
      x.bezierCurveTo(cx + s * 0.94, H - s * 0.02, cx + s * 0.75, H + s * 0.06, cx + s * 0.5, H + s * 0.065);
      x.lineTo(cx - s * 0.7, H + s * 0.065);
      x.bezierCurveTo(cx - s * 0.88, H + s * 0.02, cx - s * 0.96, H - s * 0.08, cx - s, H - s * 0.2);
      x.fill();
      x.fillStyle = '#f0f';
      x.beginPath();
      x.moveTo(cx - s * 0.98, H - s * 0.195);
      x.bezierCurveTo(cx - s * 0.5, H - s * 0.08, cx + s * 0.45, H - s * 0.06, cx + s, H - s * 0.25);
      x.bezierCurveTo(cx + s * 0.45, H - s * 0.13, cx - s * 0.4, H - s * 0.14, cx - s * 0.98, H - s * 0.195);
      x.fill();
      x.fillStyle = x.strokeStyle = '#f00';
      x.lineWidth = s * 0.022;
      x.beginPath();
      x.moveTo(cx - s * 0.25, H - s * 0.16);
      x.lineTo(cx + s * 0.62, H - s * 0.34);
      x.moveTo(cx - s * 0.05, H - s * 0.15);
      x.lineTo(cx - s * 0.72, H - s * 0.3);
      x.stroke();
      x.lineWidth = s * 0.009;
      x.beginPath();
      x.moveTo(cx - s * 0.98, H - s * 0.17);
      x.quadraticCurveTo(cx - s * 1.6, H + s * 0.06, cx - s * 2.35, H + s * 0.02);
      x.stroke();
    };
    boat(w * 0.57, w * 0.155);
    x.fillStyle = '#f00';
    x.beginPath();
    x.arc(w * 0.205, H, w * 0.012, 0, 7);
    x.fill();
    x.fillRect(w * 0.135, H - w * 0.15, w * 0.006, w * 0.16);
    x.fillRect(w * 0.84, H - w * 0.08, w * 0.004, w * 0.085);
  },
  shader: /* glsl */ `
vec3 air(vec2 u){vec3 c=mix3(vec3(.50,.60,.68),vec3(.66,.70,.72),vec3(.46,.55,.66),clamp(u.y*1.1,0.,1.));c+=vec3(.34,.20,.10)*exp(-length((u-vec2(.64,.66))*vec2(1.,1.8))*3.4);
 c*=.93+.16*fbm(vec2(u.x*1.6,u.y*4.)+2.);
 float y=.515+.030*fbm(vec2(u.x*7.,3.))+.014*fbm(vec2(u.x*60.,1.))+.03*smoothstep(.55,1.,u.x);
 c=mix(c,mix(vec3(.44,.51,.58),vec3(.58,.62,.64),smoothstep(.5,.43,u.y)),smoothstep(.008,-.006,u.y-y)*.62*smoothstep(.42,.49,u.y));return c;}
vec3 scene(vec2 u,vec2 p){float H=.40;vec3 c=air(u);
 if(u.y<.47){float d=.47-u.y,per=1./(d+.03);float w=fbm(vec2((u.x-.5)*per*1.2,per*3.))-.5;c=mix(c,air(vec2(u.x+w*.02,.47+d*1.1+w*.05*d))*mix(vec3(.95),vec3(.50,.58,.66),smoothstep(0.,.5,d)),smoothstep(0.,.035,d));
  c*=1.+w*.22*smoothstep(0.,.3,d);
  vec2 r=vec2(u.x+w*.018*(.5+d*4.),2.*H-u.y+w*.012);if(u.y<H){float m=mskB(r,vec2(.003,.006));c=mix(c,c*.25,m*.72*smoothstep(.16,.0,H-u.y));}
  float ring=sin((length((u-vec2(.57,H-.006))*vec2(1.,5.))-.15)*150.);c*=1.+.05*ring*exp(-abs(length((u-vec2(.57,H-.006))*vec2(1.,5.))-.2)*26.);}
 vec3 m=picB(u,vec2(.0009));float e=m.r;vec3 hull=mix(vec3(.10,.13,.17),vec3(.40,.16,.10),smoothstep(.402,.408,u.y))*(.7+.5*fbm(u*vec2(60.,200.)));hull=mix(hull,vec3(.42,.40,.37),m.b);
 hull+=vec3(.12,.10,.08)*smoothstep(.42,.44,u.y);c=mix(c,hull,e*.93);c=mix(c,vec3(.66,.69,.70),.10);return c*.93;}`,
};
