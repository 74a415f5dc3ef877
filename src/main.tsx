import "@fontsource-variable/bricolage-grotesque/wght.css";
import "@fontsource-variable/instrument-sans/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startWorker } from "./core/client/startWorker.ts";
import { App } from "./core/page/App.tsx";
import { Context } from "./core/page/Context.ts";
import { ensureValidLanguage } from "./core/page/ensureValidLanguage.ts";
import { isSupported } from "./core/page/isSupported.ts";
import { startServiceWorker } from "./core/page/serviceWorker/startServiceWorker.ts";
import { Stores, StoresProvider } from "./core/page/stores.tsx";
import { Unsupported } from "./core/page/Unsupported.tsx";
import { DIALOGS, PLACES } from "./places.ts";
import { STORES } from "./stores.ts";

const root = createRoot(document.getElementById("root") as HTMLElement);

// Before any place loads its libraries.
ensureValidLanguage();
if (isSupported()) {
  const context = new Context(startWorker);
  const stores = new Stores(context, STORES);
  // A list is shown while the model is still training.
  let hasList = false;
  context.events.on("modelChanged", () => {
    hasList = true;
  });
  context.events.emit("workerStarted", undefined);
  startServiceWorker(() => !hasList);
  root.render(
    <StrictMode>
      <StoresProvider stores={stores}>
        <App places={PLACES} dialogs={DIALOGS} />
      </StoresProvider>
    </StrictMode>,
  );
} else {
  root.render(<Unsupported />);
}
