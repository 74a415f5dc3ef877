/**
 * Does some work that tells of its progress, and answers once the last piece of news has been heard. News
 * goes to the page by a channel of its own, so the answer could overtake it.
 */
export async function newsFirst<News, Answer>(
  onNews: (news: News) => void,
  work: (tell: (news: News) => void) => Promise<Answer>,
): Promise<Answer> {
  // Over Comlink a callback answers too, whatever its type says.
  let heard: unknown;
  try {
    return await work((news) => {
      heard = onNews(news);
    });
  } finally {
    await heard;
  }
}
