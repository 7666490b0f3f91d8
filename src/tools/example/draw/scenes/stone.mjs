// Petra Lowmere: stone, and the sun or the sea upon it.

export const stair = {
  size: [1, 1],
  film: { vignette: 0.3, grain: 1.2, tint: [1.02, 1, 0.98], lift: [0.014, 0.013, 0.013] },
  shader: /* glsl */ `
float map(vec3 p){float k=clamp(floor(p.z/.36),0.,13.);float d=1e3;for(int i=-1;i<2;i++){float j=clamp(k+float(i),0.,14.);d=min(d,rbox(p-vec3(0.,j*.17-2.,j*.36+3.),vec3(5.,2.17,3.),.012));}
 d=min(d,p.y);float wall=box(p-vec3(3.4,2.,6.),vec3(.7,5.,12.));wall=min(wall,box(p-vec3(-6.,0.,6.),vec3(.5,9.,9.)));
 vec3 r=p-vec3(-.6,0.,0.);float h=.47*(p.z)+.95;float rail=max(abs(length(vec2(r.x,(p.y-h)*.9))-.0)-.032,-p.z-.2);vec3 q=p;q.z=mod(p.z,1.08)-.54;rail=min(rail,max(length(vec2(q.x+.6,q.z))-.022,max(p.y-h,-p.z)));
 return min(min(d,wall),rail*.8);}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(-2.9,3.3,-3.4),rd=ray(p,ro,vec3(.15,1.35,2.2),1.55);float t=hit(ro,rd,40.);vec3 q=ro+rd*t,n=nrm(q,.0015);vec3 L=normalize(vec3(-.62,.66,-.22));
 float s=max(dot(n,L),0.)*shade(q+n*.01,L,60.,14.);float a=.62*(.78+.3*fbm(q.xz*3.+q.y*2.))*(.9+.2*fbm(q.xz*40.+q.y*30.));float rail=step(length(vec2(q.x+.6,(q.y-.47*q.z-.95)*.9)),.06);a=mix(a,.05,rail);
 float stain=smoothstep(.5,.7,fbm(vec2(q.x*2.,q.y*.4+q.z*.8)));a*=1.-.25*stain*(1.-n.y);
 float v=a*(s*2.5+.17*ao(q,n,.35)*(.6+.4*n.y));return dev(vec3(v)*vec3(1.02,1.,.97)*1.1);}`,
};

export const stones = {
  size: [1, 1],
  film: { vignette: 0.4, grain: 1.1, tint: [1.01, 1, 1], lift: [0.016, 0.016, 0.018] },
  shader: /* glsl */ `
float map(vec3 p){float d=1e3;for(int i=0;i<7;i++){float f=float(i);vec3 c=vec3(-1.05+.42*f+.20*sin(f*2.3),-.06+.02*sin(f*5.),2.2+.95*f-.05*f*f);float r=.50-.035*f+.10*sin(f*3.1+1.);vec3 q=p-c;q.xz*=rot(f*1.3);q/=vec3(1.25,.62,.95);float e=(length(q)-r);e+=.035*sin(q.x*7.+f)*sin(q.z*6.+f*2.)*sin(q.y*5.);d=min(d,e*.6);}return d;}
float sky(vec2 u){return mix(.86,.42,smoothstep(.6,1.05,u.y))*(.94+.12*fbm(vec2(u.x*1.4,u.y*5.)));}
vec3 scene(vec2 u,vec2 p){vec3 ro=vec3(.1,1.9,-2.2),rd=ray(p,ro,vec3(-.55,.42,5.),1.3);float t=hit(ro,rd,30.);float tw=-ro.y/rd.y;float v;
 if(rd.y<0.&&tw<t){vec3 q=ro+rd*tw;float w=fbm(q.xz*vec2(.5,.9)+2.);v=mix(.60,.88,smoothstep(0.,30.,tw));v*=.84+.30*w;float ds=map(q);v=mix(v,.34,.72*exp(-max(ds,0.)*6.));v=mix(v,.95,.55*exp(-pow((ds-.07-.05*fbm(q.xz*5.))*22.,2.)));
  vec3 r=reflect(rd,vec3(0,1,0));float t2=hit(q+vec3(0,.02,0),r,8.);if(t2<8.)v=mix(v,.16,.42*exp(-t2*.8));v=mix(v,sky(vec2(u.x,.62)),1.-exp(-pow(tw*.055,2.)));}
 else if(t<30.){vec3 q=ro+rd*t,n=nrm(q,.003);float b=fbm(q.xz*9.+q.y*12.),b2=rdg(q.xz*3.+q.y*4.);n=normalize(n+.25*vec3(b-.5,0.,fbm(q.xz*11.+4.)-.5));float a=.085*(.5+b)*(.7+.6*b2);a*=mix(.45,1.,smoothstep(.02,.16,q.y));vec3 L=normalize(vec3(.5,.75,.35));v=a*(max(dot(n,L),0.)*2.2+.8*(.5+.5*n.y)*ao(q,n,.4));v+=.40*pow(max(dot(reflect(rd,n),normalize(vec3(.2,.5,.9))),0.),7.)*smoothstep(.35,.0,q.y-.05)*.6;v=mix(v,.75,exp(-max(q.y,0.)*26.)*.5);v=mix(v,.8,1.-exp(-pow(t*.045,2.)));}
 else v=sky(u);
 return vec3(v)*vec3(1.,1.,1.005)*.86;}`,
};
