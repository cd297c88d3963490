/** By which ways a person is written to, and their own choice among them. */
import { chooseRouteForm, type RoutesShown, routesCard } from '../../../cards/deliveries/delivery-routes.ts';
import { chooseRoute, membershipsOf } from '../../features/networks/choose-route.ts';
import { type Answer, type Asking, refuse } from '../asking.ts';
import { routesTo } from '../routes.ts';

/** The form where the request can be answered with one; elsewhere the ways as they are, with the way to the form. */
export async function openRouteForm(asking: Asking): Promise<Answer> {
  const shown = await routesShown(asking);
  return asking.from.canOpenForm
    ? { form: chooseRouteForm(shown, asking.speech) }
    : { whisper: routesCard(shown, asking.speech) };
}

export async function choose(asking: Asking, by: string): Promise<Answer> {
  const { tools, from, speech } = asking;
  const chosen = await chooseRoute(tools, from.identity, by, async ({ network, member }) => {
    const routes = await routesTo(tools, asking.platformOf, network, member);
    return routes.some(({ platform }) => platform.name === by);
  });
  if (!chosen.ok) return refuse(chosen.refusal, speech);
  return { whisper: routesCard(await routesShown(asking), speech) };
}

/** As the person's networks know them together. */
export async function routesShown(asking: Asking): Promise<RoutesShown> {
  const mine = await membershipsOf(asking.tools, asking.from.identity);
  const platformOf = asking.platformOf;
  const routes = await Promise.all(
    mine.map(({ network, member }) => routesTo(asking.tools, platformOf, network, member)),
  );
  return {
    routes: [...new Set(routes.flat().map(({ platform }) => platform.name))],
    chosen: mine.find(({ member }) => member.reachedBy !== undefined)?.member.reachedBy,
  };
}
