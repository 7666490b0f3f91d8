// All scenes by name; a scene is { size: [w, h], film, paint?, shader }.
import * as blackAndWhite from './scenes/black-and-white.mjs';
import * as blueHour from './scenes/blue-hour.mjs';
import * as clothAndSkin from './scenes/cloth-and-skin.mjs';
import * as cloth from './scenes/cloth.mjs';
import * as highGround from './scenes/high-ground.mjs';
import * as moorings from './scenes/moorings.mjs';
import * as nightStreet from './scenes/night-street.mjs';
import * as noon from './scenes/noon.mjs';
import * as openGround from './scenes/open-ground.mjs';
import * as openWater from './scenes/open-water.mjs';
import * as postsAndBirches from './scenes/posts-and-birches.mjs';
import * as ridgelines from './scenes/ridgelines.mjs';
import * as rooms from './scenes/rooms.mjs';
import * as stone from './scenes/stone.mjs';
import * as umbrellas from './scenes/umbrellas.mjs';
import * as underground from './scenes/underground.mjs';
import * as weather from './scenes/weather.mjs';
import * as windowSeat from './scenes/window-seat.mjs';

export const scenes = {
  ...moorings,
  ...blueHour,
  ...openWater,
  ...ridgelines,
  ...highGround,
  ...weather,
  ...umbrellas,
  ...nightStreet,
  ...underground,
  ...postsAndBirches,
  ...blackAndWhite,
  ...stone,
  ...windowSeat,
  ...rooms,
  ...clothAndSkin,
  ...openGround,
  ...noon,
  ...cloth,
};
