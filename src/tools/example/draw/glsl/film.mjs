/** The film pass: shoulder, split tone, vignette and grain, so that a drawing reads as a print and not as a gradient. */
export const film = /* glsl */ `
void main(){vec2 u=gl_FragCoord.xy/R;vec2 p=(gl_FragCoord.xy-.5*R)/min(R.x,R.y);
 vec3 c=max(scene(u,p),0.);
 c=c/(c+.62)*1.62; c=mix(c,c*c*(3.-2.*c),.42);
 c*=1.-vignette*pow(length(u-.5),2.2)*1.9;
 float L=dot(c,vec3(.3,.59,.11));
 c=mix(c,c*tint+lift,smoothstep(.55,0.,L));
 vec2 s=gl_FragCoord.xy/fine;
 float g=0.; for(int i=0;i<4;i++) g+=h2(floor(s)*.731+float(i)*17.17+3.1)-.5;
 float g2=n2(s*.8)-.5;
 c+=(g*.034+g2*.05)*grain*(1.-abs(2.*L-1.)*.6);
 O=vec4(clamp(c,0.,1.),1.);}`;
