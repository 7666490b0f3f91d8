/** Hashes, noise and the painted layer, for every scene. `u` is 0..1 with y up; `p` is centred, short edge 1. */
export const noise = /* glsl */ `
float h1(float x){return fract(sin(x*127.1)*43758.5453);}
float h2(vec2 p){p=fract(p*vec2(123.34,456.21));p+=dot(p,p+45.32);return fract(p.x*p.y);}
float n2(vec2 p){vec2 i=floor(p),f=fract(p);f=f*f*f*(f*(f*6.-15.)+10.);
 return mix(mix(h2(i),h2(i+vec2(1,0)),f.x),mix(h2(i+vec2(0,1)),h2(i+vec2(1,1)),f.x),f.y);}
float fbm(vec2 p){float a=.5,s=0.;for(int i=0;i<6;i++){s+=a*n2(p);p=mat2(1.6,1.2,-1.2,1.6)*p+3.7;a*=.5;}return s;}
float rdg(vec2 p){float a=.5,s=0.;for(int i=0;i<7;i++){float v=1.-abs(2.*n2(p)-1.);s+=a*v*v;p=mat2(1.6,1.2,-1.2,1.6)*p+1.3;a*=.5;}return s;}
vec4 pic(vec2 u){return texture(M,clamp(u,.001,.999));}
vec3 picB(vec2 u,vec2 r){vec3 s=vec3(0);for(int i=0;i<40;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/40.);s+=pic(u+vec2(cos(a),sin(a))*d*r).rgb;}return s/40.;}
float msk(vec2 u){return (u.x<0.||u.x>1.||u.y<0.||u.y>1.)?0.:texture(M,u).r;}
float mskB(vec2 u,vec2 r){float s=0.;for(int i=0;i<24;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/24.);s+=msk(u+vec2(cos(a),sin(a))*d*r);}return s/24.;}
vec3 mix3(vec3 a,vec3 b,vec3 c,float t){return t<.5?mix(a,b,t*2.):mix(b,c,t*2.-1.);}
vec3 grey(vec3 c){return vec3(dot(c,vec3(.34,.55,.11)));}
`;
