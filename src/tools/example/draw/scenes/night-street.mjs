// Jun Haskari: the city after ten, wet for preference.
import { dice, person } from '../brush.mjs';

export const avenue = {
  size: [3, 2],
  film: { vignette: 0.5, grain: 1.3, tint: [0.92, 1, 1.06], lift: [0.012, 0.018, 0.03] },
  paint: (x, w, h) => {
    const roll = dice(91);
    const V = [w * 0.54, h * 0.47];
    x.globalCompositeOperation = 'lighter';
    for (let side = -1; side <= 1; side += 2)
      for (let i = 0; i < 9; i++) {
        const z = 1 + i * 0.75;
        const near = w * 0.62 * side;
        const left = V[0] + near / z;
        const wide = (w * 0.36) / z / (1 + z * 0.2);
        const top = V[1] - (h * (0.5 + 0.35 * roll())) / z ** 0.62;
        const shade = Math.round(26 - i * 1.2);
        x.globalCompositeOperation = 'source-over';
        x.fillStyle = `rgb(${shade},${shade + 3},${shade + 10})`;
        x.fillRect(Math.min(left, left - wide * side), top, wide, V[1] - top);
        x.globalCompositeOperation = 'lighter';
        const cell = (h * 0.026) / z ** 0.6;
        for (let y = top + cell; y < V[1] - (h * 0.1) / z; y += cell * 1.7)
          for (let k = 0; k < 7; k++)
            if (roll() > 0.66) {
              x.fillStyle =
                roll() > 0.3 ? `rgba(255,190,110,${0.2 + roll() * 0.6})` : `rgba(190,220,255,${0.2 + roll() * 0.5})`;
              x.fillRect(left - side * wide * (0.06 + k * 0.13), y, wide * 0.07, cell * 0.9);
            }
        x.fillStyle = ['#ff3b2f', '#ffb347', '#3fd0c9', '#ff5fa2', '#ffe9b0'][Math.floor(roll() * 5)];
        x.globalAlpha = 0.75;
        x.fillRect(left - side * wide * 0.8, V[1] - (h * 0.12) / z, wide * 0.62, (h * 0.05) / z);
        x.globalAlpha = 0.6;
        x.fillStyle = '#ffdca0';
        x.fillRect(left - side * wide * 0.9, V[1] - (h * 0.03) / z, wide * 0.8, (h * 0.075) / z);
        x.globalAlpha = 1;
      }
    const trail = (lane, colour, many, high) => {
      for (let i = 0; i < many; i++) {
        x.strokeStyle = colour;
        x.globalAlpha = 0.25 + roll() * 0.7;
        x.lineWidth = w * (0.0012 + 0.004 * roll());
        const l = lane + (roll() - 0.5) * 0.16;
        const y = high + roll() * 0.06;
        x.beginPath();
        x.moveTo(V[0] + w * 0.006 * Math.sign(lane), V[1] + 2);
        x.quadraticCurveTo(V[0] + w * l * 0.26, V[1] + h * y * 0.3, V[0] + w * l * 1.4, V[1] + h * y * 1.5);
        x.stroke();
      }
      x.globalAlpha = 1;
    };
    trail(-0.44, '#ffe2b8', 20, 0.27);
    trail(-0.2, '#fff0d8', 12, 0.34);
    trail(0.2, '#ff2a14', 16, 0.3);
    trail(0.38, '#ff4a22', 12, 0.24);
    for (let i = 0; i < 6; i++) {
      const z = 1 + i * 0.9;
      x.fillStyle = '#ffd9a0';
      for (const side of [-1, 1]) {
        x.beginPath();
        x.arc(V[0] + (side * w * 0.33) / z, V[1] - (h * 0.36) / z, (w * 0.012) / z, 0, 7);
        x.fill();
      }
    }
    x.globalCompositeOperation = 'source-over';
    x.fillStyle = '#040508';
    person(x, w * 0.2, h * 0.83, h * 0.36, 0.6);
    person(x, w * 0.265, h * 0.81, h * 0.33, 0.3, true);
  },
  shader: /* glsl */ `
vec3 bokeh(vec2 u,vec2 r){vec3 s=vec3(0);for(int i=0;i<90;i++){float a=float(i)*2.39996,d=sqrt((float(i)+.5)/90.);vec3 c=pic(u+vec2(cos(a),sin(a))*d*r).rgb;s+=c*.35+pow(c,vec3(3.))*2.6;}return s/90.;}
vec3 scene(vec2 u,vec2 p){float H=.505;vec3 c=mix3(vec3(.42,.24,.17),vec3(.15,.15,.23),vec3(.045,.065,.13),clamp((u.y-.48)*2.,0.,1.));c+=vec3(.45,.22,.10)*exp(-length((u-vec2(.54,.52))*vec2(1.3,1.4))*4.);
 float block=smoothstep(.03,.0,u.y-.52-.10*smoothstep(.02,.5,abs(u.x-.54))-.42*smoothstep(.10,.48,abs(u.x-.54)));c=mix(c,c*.45+vec3(.012,.014,.022),block);
 if(u.y>H-.02)c+=bokeh(u,vec2(.0105,.0157))*.95;
 if(u.y<=H){float d=H-u.y,per=1./(d+.04);float w=fbm(vec2((u.x-.54)*per*2.6,per*3.))-.5;float wet=smoothstep(-.18,.16,w);c=vec3(.030,.034,.046)*(.6+.8*fbm(vec2((u.x-.54)*per*9.,per*14.)));c+=vec3(.50,.28,.14)*exp(-d*6.)*exp(-pow((u.x-.54)*2.2,2.))*(.4+wet);
  vec3 r=vec3(0);for(int i=0;i<26;i++){float o=(float(i)+h2(gl_FragCoord.xy))/26.;vec3 k=pic(vec2(u.x+(w*.02+(o-.5)*.014),H+.02+o*.36)).rgb;r+=k*.35+pow(k,vec3(3.))*2.4;}c+=r/26.*(.35+1.1*wet)*mix(1.2,.5,d*2.);
  c+=unfilm(pic(u).rgb)*1.15*smoothstep(0.,.03,d)+picB(u,vec2(.012,.018))*.40+picB(u,vec2(.04,.06))*.22;}
 return c*1.08;}`,
};

export const backseat = {
  size: [3, 2],
  film: { vignette: 0.5, grain: 1.1, tint: [0.9, 0.99, 1.08], lift: [0.01, 0.016, 0.03] },
  shader: /* glsl */ `
vec3 city(vec2 p){vec3 c=mix(vec3(.10,.085,.10),vec3(.035,.05,.085),smoothstep(-.4,.5,p.y));c+=vec3(.30,.15,.06)*exp(-pow((p.y+.12)*3.4,2.))*.7;
 for(int i=0;i<46;i++){float f=float(i);vec2 l=vec2((h1(f*1.3+.7)-.5)*1.9,-.12+.20*(h1(f*2.1)-.5)+.30*pow(h1(f*3.7),4.));float r=mix(.022,.075,pow(h1(f*5.3),1.6));float k=h1(f*7.7);vec3 col=k<.34?vec3(1.5,.72,.24):k<.56?vec3(1.5,.20,.10):k<.74?vec3(1.25,1.05,.75):k<.88?vec3(.20,.85,.80):vec3(.35,.55,1.3);
  float d=length(p-l);c+=col*smoothstep(r,r*.90,d)*(.5+.5*smoothstep(r*.4,r,d))*(.25+.6*h1(f*9.1));}
 return c;}
vec3 drops(vec2 p,float s,float sd){vec2 g=p*s;vec2 i=floor(g),f=fract(g)-.5;vec2 o=(vec2(h2(i+sd),h2(i+sd+7.))-.5)*.62;float r=.34*pow(h2(i+sd+3.),2.2)+.03;r*=step(.35,h2(i+sd+13.));vec2 d=f-o;d.x*=1.+.25*(h2(i+sd+5.)-.5);d+=.05*(vec2(n2(g*5.),n2(g*5.+9.))-.5);float l=length(d*vec2(1.,.88));return vec3(d/max(r,.001),smoothstep(r,r*.86,l)*step(.02,r));}
vec3 runs(vec2 p){float s=9.;float i=floor(p.x*s);float x=(fract(p.x*s)-.5)+.22*sin(p.y*9.+i*3.)+.08*sin(p.y*31.+i);float top=h1(i*3.3)*1.1-.35;float on=step(.52,h1(i*1.7));float y=p.y-top;float w=.085*on;vec2 d=vec2(x,0.);float head=length(vec2(x,y*s*.6))/(.17*on+.0001);float tail=smoothstep(w,w*.7,abs(x))*step(0.,y)*smoothstep(.9,.0,y);tail*=.55+.45*step(.35,n2(vec2(i,p.y*34.)));float m=max(smoothstep(1.,.85,head),tail*.85);return vec3(x/max(w,.01)*.5,head<1.?y*s*3.:0.,m*on);}
vec3 scene(vec2 u,vec2 p){vec3 c=city(p)*.92;float mist=.30+.25*fbm(p*2.4);c=mix(c,vec3(.13,.125,.14)+.35*city(p*.7),mist*.55);
 vec2 n=vec2(0);float a=0.;vec3 e;
 e=runs(p);if(e.z>a){n=e.xy;a=e.z;}
 for(int k=0;k<5;k++){float s=k<1?5.5:k<2?10.:k<3?19.:k<4?34.:60.;e=drops(p+vec2(.013*float(k),.031*float(k)),s,float(k)*17.);if(e.z>.4){n=e.xy;a=max(a,e.z);}}
 vec2 ref=p*.35+n*vec2(-.42,-.36)+vec2(0.,-.10);vec3 dc=city(ref)*1.05;float rim=smoothstep(.55,1.05,length(n));dc*=1.-.72*rim*smoothstep(.5,-.6,n.y);dc+=vec3(.95,.9,.85)*smoothstep(.32,.10,length(n-vec2(-.30,.42)))*.55;dc+=vec3(.20,.13,.08)*smoothstep(.4,1.,-n.y);
 c=mix(c,dc,a*.93);
 float frame=smoothstep(.012,-.012,u.y-.045-.02*u.x)+smoothstep(.0,.03,u.x-.955-.02*sin(u.y*3.));c=mix(c,vec3(.012,.013,.017),clamp(frame,0.,1.));return c*1.05;}`,
};

export const cinema = {
  size: [4, 5],
  film: { vignette: 0.5, grain: 1.2, tint: [0.95, 0.98, 1.06], lift: [0.014, 0.014, 0.028] },
  paint: (x, w, h) => {
    const roll = dice(29);
    const wall = x.createLinearGradient(0, 0, 0, h * 0.8);
    wall.addColorStop(0, '#0b0c16');
    wall.addColorStop(0.6, '#2a1414');
    wall.addColorStop(1, '#3a1e12');
    x.fillStyle = wall;
    x.fillRect(w * 0.08, h * 0.1, w * 0.84, h * 0.7);
    x.fillStyle = '#07080e';
    x.fillRect(0, h * 0.2, w * 0.08, h * 0.6);
    x.fillRect(w * 0.92, h * 0.16, w * 0.08, h * 0.64);
    for (let i = 0; i < 9; i++) {
      x.fillStyle = i % 2 ? '#1c0e10' : '#241214';
      x.fillRect(w * (0.12 + i * 0.085), h * 0.13, w * 0.06, h * 0.33);
    }
    x.fillStyle = '#120a0c';
    x.fillRect(w * 0.43, h * 0.03, w * 0.14, h * 0.46);
    x.strokeStyle = '#ff3a2a';
    x.lineWidth = w * 0.006;
    x.strokeRect(w * 0.436, h * 0.036, w * 0.128, h * 0.44);
    x.font = `700 ${w * 0.066}px sans-serif`;
    x.textAlign = 'center';
    x.textBaseline = 'middle';
    x.fillStyle = '#ffe6b4';
    'LUNARIS'.split('').forEach((letter, i) => x.fillText(letter, w * 0.5, h * (0.075 + i * 0.058)));
    x.fillStyle = '#0d0809';
    x.beginPath();
    x.moveTo(w * 0.05, h * 0.49);
    x.lineTo(w * 0.95, h * 0.49);
    x.lineTo(w * 0.985, h * 0.6);
    x.lineTo(w * 0.015, h * 0.6);
    x.fill();
    x.fillStyle = '#f7ecd2';
    x.fillRect(w * 0.07, h * 0.502, w * 0.86, h * 0.078);
    x.fillStyle = '#1a1413';
    x.font = `700 ${w * 0.05}px sans-serif`;
    x.fillText('LAST NIGHT  ·  9.15', w * 0.5, h * 0.527);
    x.font = `600 ${w * 0.034}px sans-serif`;
    x.fillText('T H A N K   Y O U   A L L', w * 0.48, h * 0.562);
    for (let i = 0; i < 38; i++)
      for (const [y, z] of [
        [0.494, 0.9],
        [0.589, 0.95],
      ]) {
        x.fillStyle = roll() > 0.1 ? '#ffd47a' : '#5a3a20';
        x.beginPath();
        x.arc(w * (0.5 + (i / 37 - 0.5) * z), h * y, w * 0.0052, 0, 7);
        x.fill();
      }
    const lobby = x.createLinearGradient(0, h * 0.6, 0, h * 0.8);
    lobby.addColorStop(0, '#ffcf86');
    lobby.addColorStop(1, '#b3642c');
    for (const [a, b] of [
      [0.12, 0.12],
      [0.27, 0.1],
      [0.39, 0.1],
      [0.51, 0.1],
      [0.63, 0.1],
      [0.76, 0.12],
    ]) {
      x.fillStyle = lobby;
      x.fillRect(w * a, h * 0.622, w * b, h * 0.178);
      x.fillStyle = '#3a1a10';
      x.fillRect(w * (a + b * 0.48), h * 0.622, w * 0.006, h * 0.178);
      x.fillRect(w * a, h * 0.706, w * b, h * 0.006);
    }
    for (const a of [0.13, 0.77]) {
      x.fillStyle = '#d8b48c';
      x.fillRect(w * a, h * 0.64, w * 0.1, h * 0.12);
      x.fillStyle = a < 0.5 ? '#243b55' : '#5c1f22';
      x.fillRect(w * (a + 0.008), h * 0.646, w * 0.084, h * 0.108);
      x.fillStyle = '#e9c48f';
      x.beginPath();
      x.arc(w * (a + 0.05), h * 0.69, w * 0.022, 0, 7);
      x.fill();
    }
    x.fillStyle = '#050507';
    person(x, w * 0.58, h * 0.845, h * 0.17, 0.15, true);
    person(x, w * 0.635, h * 0.847, h * 0.183, 0.1);
    person(x, w * 0.24, h * 0.82, h * 0.155, 0.7);
  },
  shader: /* glsl */ `
vec3 scene(vec2 u,vec2 p){vec3 c=vec3(.022,.028,.055)+vec3(.04,.03,.05)*fbm(u*3.)*smoothstep(.2,.9,u.y);float H=.19;
 vec3 b=unfilm(picB(u,vec2(.0012,.001)));vec3 gl=picB(u,vec2(.03,.024)),g2=picB(u,vec2(.10,.08));
 if(u.y>H){c+=b*(.85+.3*fbm(u*vec2(40.,60.)));c+=pow(gl,vec3(1.6))*.38+pow(g2,vec3(1.4))*.30;}
 else{float d=H-u.y,per=1./(d+.05);float w=fbm(vec2((u.x-.5)*per*3.,per*3.6))-.5;vec3 r=vec3(0);for(int i=0;i<12;i++){float o=float(i)/11.;r+=unfilm(pic(vec2(u.x+w*.05*(.5+o),H+d*(.4+2.2*o)+w*.10)).rgb);}
  float pud=smoothstep(-.06,.10,fbm(vec2((u.x-.5)*per*.9+3.,per*1.2))-.47);c=vec3(.018,.020,.028)*(.5+fbm(u*vec2(110.,160.)))+r/12.*mix(.6,1.25,pud);c=mix(c,unfilm(pic(vec2(u.x+w*.012,H+d*1.05)).rgb)*.8,pud*.45);
  float kerb=smoothstep(.004,.0,abs(u.y-.165));c=mix(c,vec3(.10,.075,.06),kerb*.6);
  c=mix(c,b,step(.20,1.)*smoothstep(.06,.02,max(b.r,max(b.g,b.b)))*0.);}
 float fig=0.;return c*1.05;}`,
};

export const windows = {
  size: [4, 5],
  film: { vignette: 0.4, grain: 1.2, tint: [0.92, 0.98, 1.08], lift: [0.012, 0.015, 0.028] },
  shader: /* glsl */ `
vec3 room(vec2 id,vec2 f){float k=h2(id+3.),a=h2(id+11.);if(k<.50)return vec3(.030,.040,.062)*(1.+.8*f.y)+vec3(.05,.06,.08)*smoothstep(.4,.6,n2(id*3.+f*2.));
 vec3 l=k<.72?vec3(1.25,.74,.33):k<.86?vec3(1.1,.90,.62):k<.93?vec3(.55,.72,1.05):vec3(1.2,.42,.30);l*=.42+.65*a;
 float ceil_=smoothstep(.0,1.,f.y);vec3 c=l*(.45+.55*ceil_)*(.82+.3*fbm(f*3.+id));c+=l*exp(-length((f-vec2(.3+.4*a,.86))*vec2(1.,1.4))*9.)*1.4;
 float dr=h2(id+23.);if(dr<.4){float cu=smoothstep(.26,.22,min(f.x,1.-f.x));c=mix(c,l*.55*(.7+.3*sin(f.x*90.)),cu);}else if(dr<.55)c=mix(c,l*.75,step(.45,f.y));
 if(dr>.55&&dr<.72){c*=1.-.85*smoothstep(.02,.0,abs(f.x-.62)-.06)*smoothstep(.42,.40,f.y);c*=1.-.85*smoothstep(.075,.06,length((f-vec2(.62,.49))*vec2(.8,1.)));c*=1.-.8*smoothstep(.02,.0,abs(f.x-.62)-.12)*smoothstep(.32,.30,f.y);}
 if(dr>.72&&dr<.86){float pl=length((f-vec2(.2,.2))*vec2(1.,.9)-.05*vec2(sin(f.y*40.),cos(f.x*33.)));c*=1.-.8*smoothstep(.18,.14,pl);}
 c=mix(c,c*.5,step(.80,abs(sin(f.x*3.1416*2.))*.0+abs(f.x-.5)*2.*0.));return c;}
vec3 scene(vec2 u,vec2 p){vec2 q=p;q.x+=.035*q.y;q*=1.+.10*(q.y);float wx=6.2,wy=7.6;vec2 g=vec2(q.x*wx+.35,q.y*wy+.2);vec2 id=floor(g),f=fract(g);
 vec3 wall=vec3(.055,.058,.076)*(.75+.5*fbm(q*vec2(9.,14.)))*(.8+.3*fbm(q*60.));wall*=1.-.25*smoothstep(.04,.0,abs(f.y-.05));
 float sc=h1(id.x*1.7+9.);bool balc=mod(id.x,3.)<1.;
 vec2 lo=vec2(.17,.24),hi=vec2(.83,.86);vec2 w=(f-lo)/(hi-lo);vec3 c=wall;
 vec3 spill=room(id,vec2(.5,.9));c+=spill*.13*exp(-length(max(abs(f-.5)-vec2(.33,.31),0.))*9.);
 if(w.x>0.&&w.x<1.&&w.y>0.&&w.y<1.){c=room(id,w);float mul=smoothstep(.030,.018,abs(w.x-.5))+smoothstep(.026,.014,abs(w.y-.70))+smoothstep(.035,.02,min(min(w.x,1.-w.x),min(w.y,1.-w.y)));c=mix(c,vec3(.035,.037,.045),clamp(mul,0.,1.)*.93);}
 float sill=smoothstep(.012,.0,abs(f.y-.225))*step(.13,f.x)*step(f.x,.87);c=mix(c,vec3(.13,.13,.15)+spill*.18,sill*.8);
 if(balc){float b=step(f.y,.40)*step(.12,f.y)*step(.08,f.x)*step(f.x,.92);float bars=smoothstep(.30,.18,abs(fract(f.x*15.)-.5))*b;float rail=smoothstep(.014,.006,abs(f.y-.40))*step(.08,f.x)*step(f.x,.92)+smoothstep(.03,.02,abs(f.y-.13))*step(.05,f.x)*step(f.x,.95);c=mix(c,vec3(.022,.023,.03),clamp(bars*.85+rail,0.,1.));}
 float pipe=smoothstep(.03,.018,abs(fract(g.x/3.)*3.-2.98));c=mix(c,vec3(.03,.032,.042),pipe*.8);
 c*=.8+.4*smoothstep(-.7,.7,-p.y)*.6+.1;return c*1.15;}`,
};
