import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "./tokens.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createTrainer } from "../worker/client.ts";
import { App } from "./App.tsx";
import { startServiceWorker } from "./serviceWorker/startServiceWorker.ts";
import { SessionProvider } from "./session/SessionProvider.tsx";
import { SessionStore } from "./session/SessionStore.ts";
import { hasSimd } from "./shell/simd.ts";
import { Unsupported } from "./shell/Unsupported.tsx";

const root = createRoot(document.getElementById("root") as HTMLElement);

if (hasSimd()) {
  const session = new SessionStore(createTrainer);
  session.start();
  startServiceWorker(() => session.state.get().recommendations === null);
  root.render(
    <StrictMode>
      <SessionProvider session={session}>
        <App />
      </SessionProvider>
    </StrictMode>,
  );
} else {
  root.render(<Unsupported />);
}
