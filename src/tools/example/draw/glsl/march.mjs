/** Walks a ray through solids: a scene using it defines `float map(vec3 p)`, the distance to its nearest surface. */
export const march = /* glsl */ `
float map(vec3 p);
float box(vec3 p,vec3 b){vec3 q=abs(p)-b;return length(max(q,0.))+min(max(q.x,max(q.y,q.z)),0.);}
float rbox(vec3 p,vec3 b,float r){return box(p,b-r)-r;}
float cyl(vec3 p,float r,float h){vec2 d=abs(vec2(length(p.xz),p.y))-vec2(r,h);return min(max(d.x,d.y),0.)+length(max(d,0.));}
float caps(vec3 p,vec3 a,vec3 b,float r){vec3 q=p-a,d=b-a;return length(q-d*clamp(dot(q,d)/dot(d,d),0.,1.))-r;}
float smin(float a,float b,float k){float h=max(k-abs(a-b),0.)/k;return min(a,b)-h*h*k*.25;}
mat2 rot(float a){float c=cos(a),s=sin(a);return mat2(c,-s,s,c);}
vec3 ray(vec2 p,vec3 ro,vec3 ta,float f){vec3 w=normalize(ta-ro),x=normalize(cross(w,vec3(0,1,0))),y=cross(x,w);return normalize(p.x*x+p.y*y+f*w);}
float hit(vec3 ro,vec3 rd,float far){float t=.01;for(int i=0;i<150;i++){float d=map(ro+rd*t);if(d<.0006*t||t>far)break;t+=d*.85;}return t;}
vec3 nrm(vec3 p,float e){vec2 k=vec2(1,-1);return normalize(k.xyy*map(p+k.xyy*e)+k.yyx*map(p+k.yyx*e)+k.yxy*map(p+k.yxy*e)+k.xxx*map(p+k.xxx*e));}
float shade(vec3 ro,vec3 rd,float k,float far){float r=1.,t=.02;for(int i=0;i<60;i++){float d=map(ro+rd*t);r=min(r,.5+.5*k*d/t);if(r<0.||t>far)break;t+=clamp(d,.006,.4);}r=clamp(r,0.,1.);return r*r*(3.-2.*r);}
float ao(vec3 p,vec3 n,float s){float o=0.,w=1.;for(int i=1;i<6;i++){float h=s*float(i)/5.;o+=(h-map(p+n*h))*w;w*=.75;}return clamp(1.-o/s*.9,0.,1.);}
`;
/** Light to paper: filmic shoulder and gamma, then undone for the film pass's own shoulder. */
export const develop = /* glsl */ `
vec3 unfilm(vec3 c){c=clamp(c,0.,1.);return .62*c/(1.62-c);}
vec3 dev(vec3 c){c=max(c,0.);c=c*(2.51*c+.03)/(c*(2.43*c+.59)+.14);return unfilm(pow(clamp(c,0.,1.),vec3(1./2.2)));}
`;
