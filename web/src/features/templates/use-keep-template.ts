import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useOnceKey } from '../sms/once-key.ts';
import { bodyOf, type TemplateValues } from './form-values.ts';
import { TEMPLATES, type Template, templateQuery } from './queries.ts';

const route = getRouteApi('/inside/template');

/** Saves a template; a new one has its own address from then on. */
export function useKeepTemplate(template: Template | undefined, onKept: () => void) {
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const once = useOnceKey();
  return useMutation({
    mutationFn: (values: TemplateValues): Promise<Template> => {
      const body = bodyOf(values);
      if (!template) return api.createMessageTemplate({ body, idempotencyKey: once.keyFor(body) });
      const { id: messageTemplateId, version } = template;
      return api.changeMessageTemplate({ params: { messageTemplateId }, version, body });
    },
    onSuccess: async (kept) => {
      queryClient.setQueryData(templateQuery(kept.id).queryKey, kept);
      onKept();
      if (!template) await navigate({ search: (before) => ({ ...before, id: kept.id }), replace: true });
      await queryClient.invalidateQueries({ queryKey: TEMPLATES });
    },
  });
}
