// Petra Lowmere: things that stand upright.

export const tide = {
  size: [1, 1],
  film: { vignette: 0.55, grain: 1.1, tint: [1.03, 1, 0.99], lift: [0.014, 0.013, 0.016] },
  paint: (x, w, h) => {
    x.fillStyle = '#fff';
    const H = h * 0.4;
    for (let i = 0; i < 17; i++) {
      const t = i / 16,
        z = 1 / (1 - t * 0.93);
      const px = w * (0.475 + 0.0135 * z * (1 + 0.04 * Math.sin(i * 3))),
        by = H + h * 0.0285 * z,
        hh = h * 0.019 * z * (0.8 + 0.35 * Math.abs(Math.sin(i * 2.3))),
        ww = w * 0.0032 * z;
      x.beginPath();
      x.moveTo(px - ww, by);
      x.lineTo(px - ww * 0.85, by - hh);
      x.quadraticCurveTo(px, by - hh - ww * 0.5, px + ww * 0.9, by - hh + ww * 0.3);
      x.lineTo(px + ww * 1.05, by);
      x.fill();
    }
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){float H=.60;float v;vec2 vp=vec2(.48,.60);
  if(u.y>H){vec2 d=u-vp;float a=atan(d.x,d.y+.02),r=length(d);float cl=fbm(vec2(a*3.2,r*1.1+2.))*.65+fbm(vec2(a*9.,r*.8))*.35;
   v=mix(.80,.16,smoothstep(0.,.46,u.y-H));v=mix(v,v*1.75+.10,smoothstep(.42,.72,cl));v=mix(v,v*.45,smoothstep(.5,.28,cl)*.8);v=mix(v,1.0,.72*exp(-(u.y-H)*9.)*exp(-pow((u.x-.5)*1.7,2.)));}
  else{float d=H-u.y;float w=fbm(vec2(u.x*3./(d+.1),1.5/(d+.03)))-.5;
   v=mix(.92,.20,smoothstep(0.,.62,d));v*=1.+w*.30*(1.-d);v=mix(v,v*1.5,smoothstep(.45,.7,fbm(vec2(u.x*4./(d+.5),d*9.)))*.35);
   v*=mix(1.,.72,smoothstep(.25,.6,abs(u.x-.5)));}
  float isl=smoothstep(.002,-.002,u.y-(H+.012*smoothstep(.22,.0,abs(u.x-.86))*(.5+fbm(vec2(u.x*30.,1.)))));if(u.y>H)v=mix(v,.34,isl);
  float m=mskB(u,vec2(.0011));
  float refl=0.;for(int i=0;i<14;i++){float o=float(i)/13.;refl+=mskB(u+vec2((n2(u*vec2(60.,200.))-.5)*.006,o*.16*(1.-u.y)*1.1+.004),vec2(.0025,.004))*(1.-o);}
  if(u.y<H)v=mix(v,v*.25,clamp(refl/8.,0.,.8)*(1.-m));
  float bark=fbm(u*vec2(260.,42.));v=mix(v,.035+.10*bark*smoothstep(.5,.7,bark),m);
  v=mix(v,.95,.16*exp(-abs(u.y-H)*40.));return vec3(v)*vec3(1.,.995,.985)*.92;}`,
};

export const birch = {
  size: [4, 5],
  film: { vignette: 0.4, grain: 1.1, tint: [0.98, 1, 1], lift: [0.02, 0.024, 0.024] },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 fog=mix(vec3(.66,.70,.68),vec3(.92,.93,.90),smoothstep(.0,.9,u.y));fog+=vec3(.12,.11,.08)*exp(-length(u-vec2(.62,.68))*2.6);vec3 c=fog;
  for(int i=0;i<46;i++){float f=float(i);float z=f/45.;z=z*z;float x=h1(f*2.71+.4);float w=mix(.0045,.040,pow(z,1.35))*(.75+.5*h1(f*1.3));
   float lean=(h1(f*5.)-.5)*.10*(.4+z);float bend=.012*sin(u.y*5.+f)*(.3+z);float cx=x+lean*(u.y-.3)+bend;float d=(u.x-cx)/(w*(1.12-.30*u.y));float base=mix(.27,-.05,z);
   float e=smoothstep(1.0,1.-.0022/w,abs(d))*smoothstep(base,base+.03,u.y+.02*n2(vec2(u.x*60.,f)));
   float sh=mix(1.0,.42,smoothstep(-.2,1.0,d))*mix(.72,1.,smoothstep(-1.,-.5,d));
   float bark=fbm(vec2(d*2.+f*3.,u.y*34.+f));float mark=smoothstep(.60,.70,n2(vec2(d*1.4+f*9.,u.y*70.*(1.2-.5*z)))*.55+n2(vec2(f*7.+d,u.y*19.))*.55)*smoothstep(1.15,.1,abs(d+.2*sin(f)));
   vec3 t=vec3(.90,.89,.85)*sh*(.80+.35*bark);t=mix(t,vec3(.055,.05,.05),mark*.92*smoothstep(.08,.4,z));t=mix(t,vec3(.14,.13,.12),smoothstep(.16,-.02,u.y-base)*.7);
   float fogm=mix(.88,.0,pow(z,.55));t=mix(t,fog*.86,fogm);c=mix(c,t,e);
   float br=smoothstep(.0035*(.4+z),.0,abs(u.y-(.55+.4*h1(f*8.))-abs(u.x-cx)*(.6+h1(f))))*smoothstep(.12*(.4+z),.0,abs(u.x-cx));c=mix(c,mix(vec3(.22,.21,.2),fog,fogm*.9),br*.75);}
  float g=fbm(u*vec2(9.,22.));float gl=smoothstep(.20+.09*g,.02,u.y);vec3 gr=mix(vec3(.42,.40,.30),vec3(.12,.115,.085),smoothstep(.25,.0,u.y))*(.55+.9*fbm(u*vec2(60.,130.)));c=mix(c,mix(gr,fog,.22*smoothstep(.0,.2,u.y)),gl*.94);
  float lv=smoothstep(.66,.78,fbm(u*vec2(26.,30.)+3.))*smoothstep(.55,1.,u.y);c=mix(c,vec3(.70,.60,.34),lv*.42);
  c=mix(c,fog*1.04,.30*smoothstep(.30,.60,fbm(vec2(u.x*2.,u.y*4.)+1.))*smoothstep(.5,.16,u.y));return c*.93;}`,
};
