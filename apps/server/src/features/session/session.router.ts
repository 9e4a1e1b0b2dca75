import { changePasswordInput, signInInput } from '@dcc/domain/people/inputs';
import { actorOf, closeSession } from '../../auth/session.ts';
import { signIn } from '../../auth/sign-in.ts';
import { nothing, procedure, publicProcedure, router } from '../../trpc/trpc.ts';
import { changePassword, session } from './session.ts';
import { sessionView } from './session.views.ts';

export const sessionRouter = router({
  current: publicProcedure
    .input(nothing)
    .output(sessionView)
    .query(({ ctx }) => session(ctx.shell, ctx.actor)),
  signIn: publicProcedure
    .input(signInInput)
    .output(sessionView)
    .mutation(async ({ ctx, input }) => {
      const token = await signIn(ctx.shell, input, ctx.remoteAddress);
      // A session that was open before ends: its token is never carried over a sign-in.
      if (ctx.token !== null) await closeSession(ctx.shell, ctx.token);
      ctx.setToken(token);
      return session(ctx.shell, await actorOf(ctx.shell, token));
    }),
  signOut: publicProcedure
    .input(nothing)
    .output(sessionView)
    .mutation(async ({ ctx }) => {
      if (ctx.token !== null) await closeSession(ctx.shell, ctx.token);
      ctx.setToken(null);
      return session(ctx.shell, null);
    }),
  changePassword: procedure('signed-in')
    .input(changePasswordInput)
    .output(sessionView)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.context, input);
      ctx.setToken(null);
      return session(ctx.shell, null);
    }),
});
