import * as blackAndWhite from './scenes/black-and-white.mjs';
import * as blueHour from './scenes/blue-hour.mjs';
import * as cloth from './scenes/cloth.mjs';
import * as clothAndSkin from './scenes/cloth-and-skin.mjs';
import * as highGround from './scenes/high-ground.mjs';
import * as nightStreet from './scenes/night-street.mjs';
import * as noon from './scenes/noon.mjs';
import * as openWater from './scenes/open-water.mjs';
import * as rooms from './scenes/rooms.mjs';
import * as stone from './scenes/stone.mjs';
import * as underground from './scenes/underground.mjs';
import * as weather from './scenes/weather.mjs';
import * as jun from './scenes/jun-haskari.mjs';
import * as mira from './scenes/mira-tellund.mjs';
import * as noor from './scenes/noor-elvind.mjs';
import * as ode from './scenes/ode-vasquarre.mjs';
import * as petra from './scenes/petra-lowmere.mjs';
import * as silas from './scenes/silas-ombrey.mjs';

export const scenes = {
  ...mira,
  ...blueHour,
  ...openWater,
  ...silas,
  ...highGround,
  ...weather,
  ...jun,
  ...nightStreet,
  ...underground,
  ...petra,
  ...blackAndWhite,
  ...stone,
  ...noor,
  ...rooms,
  ...clothAndSkin,
  ...ode,
  ...noon,
  ...cloth,
};
