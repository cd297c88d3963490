import { chooseRouteForm } from '../../../cards/deliveries/delivery-routes.ts';
import type { FormsAgain } from '../asking.ts';
import { routesShown } from './delivery-routes.ts';

/** The intents here that have a form to show again. */
export const deliveryForms: FormsAgain = {
  'route.choose': async (asking, _payload, filled) => chooseRouteForm(await routesShown(asking), asking.speech, filled),
};
