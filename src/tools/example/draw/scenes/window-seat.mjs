// Noor Elvind: a woman at her window.

export const window = {
  size: [4, 5],
  film: { vignette: 0.55, grain: 1.2, tint: [1.02, 0.99, 0.97], lift: [0.018, 0.014, 0.014] },
  paint: (x, w, h) => {
    x.fillStyle = '#fff';
    const X = (a) => a * w,
      Y = (a) => a * h;
    x.beginPath();
    x.moveTo(X(-0.02), Y(1.02));
    x.lineTo(X(-0.02), Y(0.86));
    x.bezierCurveTo(X(0.06), Y(0.8), X(0.17), Y(0.765), X(0.235), Y(0.735));
    x.bezierCurveTo(X(0.275), Y(0.7), X(0.275), Y(0.66), X(0.262), Y(0.625));
    x.bezierCurveTo(X(0.205), Y(0.585), X(0.178), Y(0.52), X(0.188), Y(0.45));
    x.bezierCurveTo(X(0.16), Y(0.445), X(0.135), Y(0.41), X(0.155), Y(0.375));
    x.bezierCurveTo(X(0.165), Y(0.345), X(0.2), Y(0.335), X(0.225), Y(0.352));
    x.bezierCurveTo(X(0.265), Y(0.292), X(0.345), Y(0.275), X(0.41), Y(0.293));
    x.bezierCurveTo(X(0.475), Y(0.312), X(0.508), Y(0.352), X(0.513), Y(0.398));
    x.bezierCurveTo(X(0.514), Y(0.418), X(0.51), Y(0.43), X(0.516), Y(0.444));
    x.bezierCurveTo(X(0.526), Y(0.468), X(0.547), Y(0.492), X(0.549), Y(0.502));
    x.bezierCurveTo(X(0.55), Y(0.512), X(0.534), Y(0.515), X(0.526), Y(0.519));
    x.bezierCurveTo(X(0.523), Y(0.527), X(0.532), Y(0.535), X(0.532), Y(0.543));
    x.bezierCurveTo(X(0.531), Y(0.549), X(0.524), Y(0.552), X(0.521), Y(0.554));
    x.bezierCurveTo(X(0.526), Y(0.56), X(0.528), Y(0.567), X(0.524), Y(0.573));
    x.bezierCurveTo(X(0.518), Y(0.581), X(0.521), Y(0.592), X(0.516), Y(0.606));
    x.bezierCurveTo(X(0.505), Y(0.628), X(0.472), Y(0.63), X(0.432), Y(0.622));
    x.bezierCurveTo(X(0.408), Y(0.64), X(0.404), Y(0.675), X(0.416), Y(0.716));
    x.bezierCurveTo(X(0.47), Y(0.752), X(0.575), Y(0.775), X(0.635), Y(0.845));
    x.bezierCurveTo(X(0.665), Y(0.89), X(0.675), Y(0.95), X(0.68), Y(1.02));
    x.fill();
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 wall=vec3(.030,.028,.032);float wx=smoothstep(.30,.36,u.x)*smoothstep(1.2,1.0,u.x);float wy=smoothstep(.17,.21,u.y)*smoothstep(1.05,.98,u.y);
  float fold=.5+.5*sin(u.x*64.+3.*fbm(vec2(u.x*6.,u.y*1.6))+sin(u.y*2.)*1.4);fold=mix(fold,fbm(vec2(u.x*60.,u.y*1.5)),.55);
  vec3 out_=mix3(vec3(.55,.60,.50),vec3(1.02,.94,.80),vec3(1.30,1.26,1.20),smoothstep(.15,1.,u.y+.12*fbm(u*3.)));
  float tree=smoothstep(.45,.62,fbm(u*vec2(4.,5.)+7.))*smoothstep(.85,.35,u.y);out_=mix(out_,vec3(.36,.44,.36),tree*.45);
  float bar=smoothstep(.016,.006,abs(u.x-.70))+smoothstep(.013,.005,abs(u.y-.60));out_*=1.-.55*clamp(bar,0.,1.);
  vec3 cur=out_*(.52+.48*fold)+vec3(.14,.12,.10)*fold;float cs=smoothstep(.60,.80,u.x+.06*sin(u.y*4.));
  vec3 c=mix(out_*.96,cur,.35+.65*cs);c=mix(wall+vec3(.35,.27,.19)*exp(-max(.33-u.x,0.)*7.)*.45*(.7+.5*u.y),c,wx*wy);
  float sill=smoothstep(.205,.198,u.y)*smoothstep(.30,.34,u.x);c=mix(c,vec3(.33,.26,.20)*(.25+.9*smoothstep(.10,.20,u.y))*(.7+.5*fbm(u*vec2(4.,60.))),sill);
  float m=mskB(u,vec2(.0016,.0013));float mb=mskB(u+vec2(.016,.006),vec2(.020,.016));float rim=m*(1.-mb);
  float tex=fbm(u*vec2(90.,26.));vec3 sil=vec3(.022,.019,.02)+vec3(.030,.024,.02)*tex*smoothstep(.7,.1,u.y);sil+=vec3(1.05,.78,.55)*pow(rim,1.4)*.62*(.6+.6*tex);
  c=mix(c,sil,m);c+=vec3(.9,.75,.6)*.05*mskB(u,vec2(.09))*(1.-m);c+=vec3(1.,.9,.75)*.04*exp(-length(u-vec2(.75,.7))*2.);return c;}`,
};
