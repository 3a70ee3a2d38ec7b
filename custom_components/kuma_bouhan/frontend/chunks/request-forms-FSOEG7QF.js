import{a as j,b as V,c as Y}from"./chunk-S32NJPBA.js";import{a as L,b as pt,c as ie,d as re,e as ne}from"./chunk-F2S5EVA2.js";import{a as Ut,b as zt,d as nt,e as O}from"./chunk-S3AVUVL3.js";import"./chunk-PLOKVUB2.js";import{a as Yt,b as Xt,c as P,d as x,f as Zt,g as lt,h as Jt,i as Qt,j as te,k as ee,l as se}from"./chunk-ZXWMZTE3.js";import{b as Lt,c as ot,d as jt}from"./chunk-SGDMUUYG.js";import{b as at,c as H,d as M,e as T,h as Ht,i as Kt,j as K}from"./chunk-4SUMXNU5.js";import{b as g,c as Gt,d as It,e as G,g as Nt,h as F,i as I,j as N,k as A}from"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import{e as rt,f as D}from"./chunk-I6UTLSEY.js";import{a as Vt}from"./chunk-VHND7HAI.js";import{A as xt,C as qt,D as Tt,Fa as Ot,Ia as At,J as St,Ka as m,La as f,Y as Rt,ba as Et,e as _,g as vt,h as bt,i as U,ma as Wt,r as kt,s as $t,t as yt,ua as Ft,v as wt,va as Pt,w as _t,xa as Ct}from"./chunk-QH2FQVPP.js";import{a as Dt,c as Mt,e as Bt,f as E}from"./chunk-3A3V5TTW.js";import{a as d}from"./chunk-BYHIPRB2.js";import{a as k,b as a,e as h,h as p,i as u,j as z,o as $}from"./chunk-LBO2O6FZ.js";import{a as l}from"./chunk-LO2NM3CE.js";var S=class extends f{constructor(){super(...arguments);this.masks=[];this.chosen=null;this.at=0;this.still=!1;this.sees=!1}static{this.styles=[...$,k`
      :host {
        display: grid;
        gap: 12px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        overflow: hidden;
      }
      li.chosen {
        border-color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .row {
        font: inherit;
        color: inherit;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 4px 12px;
        width: 100%;
        min-height: var(--kb-touch);
        padding: 8px 12px;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .number {
        min-width: 26px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 14px;
        font-weight: 700;
        line-height: 24px;
        text-align: center;
        color: var(--kb-card);
        background: var(--kb-text);
      }
      .bar {
        position: relative;
        grid-column: 2;
        height: 6px;
        border-radius: 3px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      .bar i {
        position: absolute;
        inset-block: 0;
        min-width: 2px;
        background: var(--kb-primary);
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        padding: 0 4px 4px;
      }
      .acts .button {
        justify-content: start;
        font-size: 15px;
        padding: 8px;
      }
    `]}tell(t,e=null){this.dispatchEvent(new CustomEvent(t,{detail:e}))}words({from:t,to:e}){let{format:i}=this.panel;return t<=this.whole.from&&e>=this.whole.to?this.t("masks.whole"):this.t("masks.span",{from:i.seconds(t),to:i.seconds(e)})}render(){return a`
      <div class="head">
        <h3 id="masks">${this.t("masks.list",{count:this.masks.length})}</h3>
        ${this.sees&&!this.still?a`<button class="button" @click=${()=>this.tell("add")}>
                ${m(Wt,20)}${this.t("masks.add")}
              </button>`:h}
      </div>
      ${this.masks.length?a`<ul aria-labelledby="masks">
              ${Vt(this.masks,({id:t})=>t,t=>this.item(t))}
            </ul>`:a`<p class="soft">${this.t("masks.none")}</p>`}
    `}item(t){let e=t.id===this.chosen,i=n=>(n-this.whole.from)/O(this.whole)*100;return a`<li class=${e?"chosen":""}>
      <button
        class="row"
        aria-pressed=${e?"true":"false"}
        aria-label="${this.t("masks.one",{number:t.id})} ${this.words(t)}"
        @click=${()=>this.tell("choose",t.id)}
      >
        <span class="number">${t.id}</span>
        <span class="numbers">${this.words(t)}</span>
        <span class="bar" aria-hidden="true"
          ><i
            style="left:${i(t.from).toFixed(2)}%;width:${(i(t.to)-i(t.from)).toFixed(2)}%"
          ></i
        ></span>
      </button>
      ${e&&!this.still?this.acts(t):h}
    </li>`}acts(t){let e=(i,n,o)=>a`<button class="button quiet" @click=${o}>
        ${m(n,20)}${this.t(`masks.${i}`)}
      </button>`;return a`<div class="acts">
      ${e("from_here",Tt,()=>this.tell("change",pt(t,"from",this.at,this.whole)))}
      ${e("to_here",qt,()=>this.tell("change",pt(t,"to",this.at,this.whole)))}
      ${e("throughout",bt,()=>this.tell("change",{...t,...this.whole}))}
      <button
        class="button quiet"
        aria-label=${this.t("masks.delete_of",{number:t.id})}
        @click=${()=>this.tell("take",t.id)}
      >
        ${m(At,20)}${this.t("masks.delete")}
      </button>
    </div>`}};l([p({attribute:!1})],S.prototype,"masks",2),l([p({attribute:!1})],S.prototype,"chosen",2),l([p({attribute:!1})],S.prototype,"whole",2),l([p({attribute:!1})],S.prototype,"at",2),l([p({type:Boolean})],S.prototype,"still",2),l([p({type:Boolean})],S.prototype,"sees",2);d("kb-mask-list",S);var ht=1e3,y=class extends f{constructor(){super(...arguments);this.place="";this.picture="";this.words="";this.at=0;this.masks=[];this.chosen=null;this.still=!1}static{this.styles=[...$,k`
      :host {
        display: grid;
        gap: 8px;
      }
      .hand {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 12px;
      }
      .time {
        font-weight: 600;
      }
      .steps {
        display: flex;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--kb-fill);
        cursor: pointer;
      }
    `]}async focusMask(t){await this.updateComplete,await this.canvas.updateComplete,this.canvas.focusMask(t)}goTo(t){this.dispatchEvent(new CustomEvent("moment",{detail:t}))}render(){let{format:t}=this.panel,e=t.seconds(this.at),i=(n,o,c)=>a`<button
        class="round"
        aria-label=${this.t(`masks.${n}`)}
        @click=${()=>this.goTo(this.at+c*ht)}
      >
        ${m(o)}
      </button>`;return a`
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.picture}
        .label=${this.t("masks.picture",{place:this.place,time:e})}
        .words=${this.words}
        .masks=${this.masks.filter(n=>L(n,this.at))}
        .chosen=${this.chosen}
        .still=${this.still}
      ></kb-mask-canvas>
      <div class="hand">
        <span class="numbers time">${t.day(this.at)} ${e}</span>
        <span class="steps">
          ${i("back_10",$t,-10)} ${i("back_1",wt,-1)}
          ${i("on_1",_t,1)} ${i("on_10",yt,10)}
        </span>
        <input
          type="range"
          aria-label=${this.t("masks.moment")}
          aria-valuetext=${e}
          min=${this.whole.from}
          max=${this.whole.to-ht}
          step=${ht}
          .value=${String(this.at)}
          @input=${n=>this.goTo(Number(n.target.value))}
        />
      </div>
      <p class="hint">${this.t("masks.keys")}</p>
    `}};l([p()],y.prototype,"place",2),l([p()],y.prototype,"picture",2),l([p()],y.prototype,"words",2),l([p({attribute:!1})],y.prototype,"whole",2),l([p({attribute:!1})],y.prototype,"at",2),l([p({attribute:!1})],y.prototype,"masks",2),l([p({attribute:!1})],y.prototype,"chosen",2),l([p({type:Boolean})],y.prototype,"still",2),l([z("kb-mask-canvas")],y.prototype,"canvas",2);d("kb-mask-stage",y);var ae=k`
  .top {
    display: grid;
    gap: 4px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 24px;
    align-items: start;
  }
  .both > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 16px;
  }
  .shut {
    display: grid;
    gap: 16px;
    place-items: center;
    align-content: center;
    aspect-ratio: 16 / 9;
    min-height: 200px;
    width: 100%;
    padding: 24px;
    border-radius: var(--kb-radius);
    text-align: center;
    color: #e7eaec;
    background: #16191b;
  }
  @media (max-width: 999px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
  }
  @media (max-width: 599px) {
    .actions .button {
      width: 100%;
    }
  }
`;var C=class extends f{constructor(){super(...arguments);this.status=null;this.error="";this.busy=!1;this.ready=!1}static{this.styles=[...$,k`
      :host {
        display: grid;
        gap: 16px;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--kb-fill);
      }
      .working {
        display: grid;
        gap: 8px;
      }
      @media (max-width: 599px) {
        .actions .button {
          width: 100%;
        }
      }
    `]}tell(t){this.dispatchEvent(new CustomEvent(t))}render(){return a`
      ${this.told()}
      <div role="alert">
        ${this.error?a`<p class="note bad">${m(_)}<span>${this.error}</span></p>`:h}
      </div>
      ${this.acts()}
    `}told(){let{status:t}=this;switch(t?.state){case"working":return a`<div class="working" role="status">
          <p><strong>${this.t("masks.working")}</strong></p>
          <progress max="1" .value=${t.done} aria-label=${this.t("masks.working")}></progress>
          <p class="hint">${this.t("masks.working_hint")}</p>
        </div>`;case"done":return a`<p class="note">
          ${m(kt)}<span>${this.t("masks.done")}</span>
        </p>`;case"failed":return a`<p class="note bad">
          ${m(_)}<span
            >${t.error?this.panel.words(new Dt(t.error)):this.t("masks.failed")}</span
          >
        </p>`;case"cancelled":return a`<p class="note">
          ${m(_)}<span>${this.t("masks.cancelled")}</span>
        </p>`;default:return h}}acts(){if(this.status?.state==="working")return a`<div class="actions">
        <button class="button" ?disabled=${this.busy} @click=${()=>this.tell("cancel")}>
          ${m(xt,20)}${this.t("masks.cancel")}
        </button>
      </div>`;let t=this.status?.state==="done";return a`<div class="actions">
      ${t?a`<button class="button primary" @click=${()=>this.tell("back")}>
              ${this.t("masks.back")}
            </button>`:h}
      <button
        class="button ${t?"":"primary"}"
        ?disabled=${this.busy||!this.ready}
        @click=${()=>this.tell("begin")}
      >
        ${m(St,20)}${this.t(t?"masks.start_again":"masks.start")}
      </button>
    </div>`}};l([p({attribute:!1})],C.prototype,"status",2),l([p()],C.prototype,"error",2),l([p({type:Boolean})],C.prototype,"busy",2),l([p({type:Boolean})],C.prototype,"ready",2);d("kb-masked-copy",C);var xe=180,qe=5e3,X=class{constructor(r){this.host=r;this.picture="";this.problem=null;this.url=null;this.asking=null;r.addController(this)}hostDisconnected(){this.show(null)}show(r){r!==this.url&&(this.url=r,clearTimeout(this.timer),this.asking?.abort(),r?this.timer=setTimeout(()=>{this.fetch(r)},xe):(this.letGo(),this.problem=null))}async fetch(r){let t=this.asking=new AbortController;try{let e=await Bt(this.host.panel.hass,r,t.signal);if(t.signal.aborted)return URL.revokeObjectURL(e);this.letGo(),this.picture=e,this.problem=null}catch(e){if(t.signal.aborted)return;this.letGo(),this.problem=E(e),this.problem.key==="unlock_first"&&this.host.panel.refreshLock(),this.problem.key==="no_connection"&&(this.timer=setTimeout(()=>{this.fetch(r)},qe))}this.host.requestUpdate()}letGo(){this.picture&&URL.revokeObjectURL(this.picture),this.picture=""}};var Te=1500,Se={x:.4,y:.4,w:.2,h:.2},ct=1e3,Z=(s,r)=>s(Date.parse(r)/ct)*ct,q=class extends f{constructor(){super(...arguments);this.masks=null;this.chosen=null;this.at=0;this.status=null;this.error="";this.busy=!1;this.watch=new K(this);this.shown=new X(this);this.place="";this.sent=!1}static{this.styles=[...$,A,ae]}get number(){return Number(this.panel.path[1])}get camera(){return this.panel.path[3]??this.disclosure?.cameras[0]??""}get disclosure(){return this.watch.list?.disclosures.find(({number:t})=>t===this.number)}get whole(){let{start:t="",end:e=""}=this.disclosure??{};return{from:Z(Math.floor,t),to:Z(Math.ceil,e)}}get earliest(){return Z(Math.ceil,this.disclosure?.start??"")}get first(){let t=this.disclosure?.true.find(({camera:e})=>e===this.camera);return t?Math.max(this.earliest,Z(Math.ceil,t.start)):this.earliest}get isWorking(){return this.status?.state==="working"}get keptAs(){return`masks/${this.number}/${this.camera}`}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again),this.place=""}connectedCallback(){super.connectedCallback(),this.requestUpdate()}willUpdate(t){super.willUpdate(t);let{disclosure:e}=this;if(!e?.cameras.includes(this.camera))return;let i=`${this.number} ${this.camera}`;if(i!==this.place){this.place=i;let n=V(this.panel.overview.me.user_id,this.keptAs);this.masks=n?.masks??null,this.sent=n?.sent??!1,this.at=n?.at??this.first,this.chosen=null,this.status=null,this.ask()}this.shown.show(this.pictureUrl)}async ask(){clearTimeout(this.again);let{place:t}=this;try{let e=await Ht(this.panel.hass,this.number,this.camera);if(t!==this.place||!this.isConnected)return;let i=this.status?.state;this.status=e,e.state==="done"&&this.sent&&(this.sent=!1,Y(this.panel.overview.me.user_id,this.keptAs)),this.masks??=re(e.masks),i==="working"&&e.state==="done"&&(this.panel.say(this.t("masks.done")),this.watch.load()),e.state==="working"&&this.askAgain()}catch(e){if(t!==this.place||!this.isConnected)return;this.masks??=[],E(e).key==="no_connection"?this.askAgain():this.error=this.panel.words(e)}}askAgain(){this.again=setTimeout(()=>{this.ask()},Te)}get pictureUrl(){return this.panel.lock?.mine?Kt(this.number,this.camera,this.at):null}goTo(t){this.at=Math.max(Math.min(t,this.whole.to-ct),this.earliest),(this.sent||this.masks?.length)&&this.keep()}keep(){let t={masks:this.masks??[],at:this.at,sent:this.sent};j(this.panel.overview.me.user_id,this.keptAs,t)}put(t){this.masks=t,this.sent=!1,this.keep()}add(t){let e=this.masks??[],i={id:ne(e),...this.whole,...t};this.put([...e,i]),this.chosen=i.id}async addByKeys(){this.add(Se),await this.updateComplete,this.chosen!==null&&await this.onStage?.focusMask(this.chosen)}change(t){this.put((this.masks??[]).map(e=>e.id===t.id?t:e))}take(t){this.put((this.masks??[]).filter(e=>e.id!==t)),this.chosen=null}find(t){let e=this.masks?.find(i=>i.id===t);this.chosen=t,e&&!L(e,this.at)&&this.goTo(e.from)}async begin(){this.busy||!this.masks?.length||!await this.panel.ensureUnlocked()||await this.attempt(async()=>{let{number:t,camera:e,masks:i}=this;await T(this.panel.hass,"mask",{number:t,camera:e,masks:(i??[]).map(ie)}),this.sent=!0,this.keep(),this.panel.say(this.t("masks.started")),await this.ask()})}async cancel(){await this.panel.ensureUnlocked()&&await this.attempt(async()=>{await T(this.panel.hass,"mask/cancel",{number:this.number,camera:this.camera}),await this.ask()})}async attempt(t){if(!this.busy){this.busy=!0,this.error="";try{await t()}catch(e){this.error=this.panel.words(e)}finally{this.busy=!1}}}render(){let{disclosure:t,watch:e}=this;if(!e.list)return e.problem?this.only(this.panel.words(e.problem)):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;if(!t?.cameras.includes(this.camera))return this.only(this.t("masks.not_open"));if(!t.can.includes("mask")&&!this.isWorking)return this.only(this.t("masks.not_open"));let i=this.placeOf(this.camera);return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2>${this.t("masks.heading")}</h2>
        <p class="soft">${this.t("masks.of",{number:this.number,place:i})}</p>
      </div>
      <p>${this.t("masks.explain")}</p>
      ${t.cameras.length>1?this.cameras(t):h}
      <div class="both">
        <section class="picture" aria-label=${i}>${this.stage(i)}</section>
        <section class="card">${this.list()} ${this.copy()}</section>
      </div>
    </div>`}placeOf(t){return this.panel.overview.cameras?.find(({camera:i})=>i===t)?.place??this.t("book.removed_camera")}cameras({cameras:t,masks:e}){let i=n=>{let o=this.placeOf(n);return e.some(c=>c.camera===n)?this.t("masks.made",{place:o}):o};return a`<div class="offers" role="group" aria-label=${this.t("request_form.cameras")}>
      ${t.map(n=>F(i(n),n===this.camera,()=>this.panel.go([...M(this.number),"masks",n],!0)))}
    </div>`}only(t){return a`<div class="page">
      <p class="note">${m(_)}<span>${t}</span></p>
      <div class="actions">${this.back()}</div>
    </div>`}goBack(){this.panel.go(M(this.number))}back(){return a`<button class="button quiet back" @click=${()=>this.goBack()}>
      ${m(U,20)}${this.t("masks.back")}
    </button>`}stage(t){return this.panel.lock?.mine?a`<kb-mask-stage
      .panel=${this.panel}
      .place=${t}
      .picture=${this.shown.picture}
      .words=${this.noPicture()}
      .whole=${this.whole}
      .at=${this.at}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .still=${this.isWorking}
      @moment=${({detail:e})=>this.goTo(e)}
      @draw=${({detail:e})=>this.add(e)}
      @change=${({detail:e})=>this.change(e)}
      @choose=${({detail:e})=>this.chosen=e}
      @take=${({detail:e})=>this.take(e)}
    ></kb-mask-stage>`:a`<div class="shut">
        <p>${this.t("masks.unlock_first")}</p>
        <button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
          ${m(Et,20)}${this.t("lock.unlock")}
        </button>
      </div>`}noPicture(){let{problem:t}=this.shown;return t?t.key==="no_footage_in_span"?this.t("masks.no_picture"):this.panel.words(t):this.t("masks.waiting")}list(){return a`<kb-mask-list
      .panel=${this.panel}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .whole=${this.whole}
      .at=${this.at}
      .still=${this.isWorking}
      .sees=${this.shown.picture!==""}
      @add=${()=>this.addByKeys()}
      @change=${({detail:t})=>this.change(t)}
      @choose=${({detail:t})=>this.find(t)}
      @take=${({detail:t})=>this.take(t)}
    ></kb-mask-list>`}copy(){return a`<kb-masked-copy
      .panel=${this.panel}
      .status=${this.status}
      .error=${this.error}
      .busy=${this.busy}
      .ready=${!!this.masks?.length}
      @begin=${()=>this.begin()}
      @cancel=${()=>this.cancel()}
      @back=${()=>this.goBack()}
    ></kb-masked-copy>`}};l([u()],q.prototype,"masks",2),l([u()],q.prototype,"chosen",2),l([u()],q.prototype,"at",2),l([u()],q.prototype,"status",2),l([u()],q.prototype,"error",2),l([u()],q.prototype,"busy",2),l([z("kb-mask-stage")],q.prototype,"onStage",2);d("kb-masks",q);var le=24*36e5,oe=36e5,Re=2*6e4;function Ee({from:s,to:r},t){let e=new Set;for(let i=s;i<r;i+=le/2)e.add(t.date(i));return e.add(t.date(r-1)),[...e]}async function pe(s,r,t,e){let i=await Promise.all(Ee(t,e).map(n=>Mt(s,"footage",r,n)));return We(r,i,t)}function We(s,r,t,e=Date.now()){let i=r.map(Ut),n=i.flatMap(b=>b.recorded).filter(b=>nt(b,t)),o=n.map(({due:b})=>b).filter(b=>b!==null),c=i.flatMap(b=>b.held).filter(b=>nt(b,t)).map(({until:b})=>b??0),v=o.length===n.length&&o.length>0,gt=n.reduce((b,_e)=>b+O(zt(_e,t)),0),ye=n.at(-1)?.to??t.to,we=t.to>e-Re?Math.min(ye,t.to):t.to;return{camera:s,recorded:gt,missing:Math.max(0,we-t.from-gt),firstEnd:v?Math.min(...o):null,lastEnd:v?Math.max(...o):null,heldUntil:Math.max(0,...c)||null}}function he(s,{to:r}){return Math.ceil(r/oe)*oe+Math.max(0,...s.map(({days:e})=>e))*le}var ce=400,Fe=168*36e5,Pe=2e3,R=class extends f{constructor(){super(...arguments);this.cameras=[];this.words="";this.fixed=!1;this.minutes=[];this.facts=[];this.asked=""}static{this.styles=[...$,A,k`
      :host {
        display: grid;
        gap: 20px;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
        gap: 8px;
      }
      fieldset > .wrong {
        margin: 0 0 8px;
      }
      .when {
        display: grid;
        gap: 6px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.asked="",this.requestUpdate()}scrollIntoView(t){this.renderRoot.querySelector(".is-wrong, .wrong")?.scrollIntoView(t)}focus(t){this.renderRoot.querySelector(".is-wrong :is(input, kb-span)")?.focus(t)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}get all(){let t=this.panel.overview.cameras??[],e=this.cameras.filter(i=>!t.some(({camera:n})=>n===i));return[...t,...e.map(i=>({camera:i,place:this.t("book.removed_camera")}))]}willUpdate(t){super.willUpdate(t);let{cameras:e,span:i}=this,n=`${e.join()} ${i.from} ${i.to}`;if(n===this.asked||!this.panel.may("list_footage"))return;this.asked=n,clearTimeout(this.timer),this.tell([]);let o=O(i);!e.length||o<=0||o>Fe||i.to>Date.now()||(this.timer=setTimeout(()=>{this.ask(n)},ce))}async ask(t){let{cameras:e,span:i,panel:n}=this;try{let o=await Promise.all(e.map(c=>pe(n.hass,c,i,n.format)));t===this.asked&&this.isConnected&&this.tell(o)}catch(o){if(E(o).key!=="no_connection"||!this.isConnected)return;this.timer=setTimeout(()=>{this.ask(t)},ce*10)}}tell(t){this.facts=t,this.dispatchEvent(new CustomEvent("facts",{detail:t}))}put(t){let e={cameras:this.cameras,span:this.span,...t};this.dispatchEvent(new CustomEvent("footage",{detail:e}))}pick(t,e){let i=e.target.checked;this.put({cameras:this.all.map(n=>n.camera).filter(n=>n===t?i:this.cameras.includes(n))})}ending(t){let e=Math.floor((Date.now()-1e4)/6e4)*6e4;this.put({span:{from:e-t*6e4,to:e}})}render(){if(this.fixed)return this.said();let{words:t}=this,e=this.cameras.length>0;return a`
      <fieldset
        id="cameras"
        class=${t&&!e?"is-wrong":""}
        aria-describedby="cameras-wrong"
      >
        <legend>${this.t("request_form.cameras")}${I(this.panel.t)}</legend>
        ${e?h:N("cameras",t)}
        <div class="cameras options">
          ${this.all.map(({camera:i,place:n})=>a`<label class="choice">
                <input
                  type="checkbox"
                  value=${i}
                  .checked=${this.cameras.includes(i)}
                  @change=${o=>this.pick(i,o)}
                />
                <span>${n}${this.factsOf(i)}</span>
              </label>`)}
        </div>
      </fieldset>
      <div
        class="when ${t&&e?"is-wrong":""}"
        role="group"
        aria-label=${this.t("request_form.span")}
        aria-describedby="span-wrong"
      >
        <kb-span
          .panel=${this.panel}
          .span=${this.span}
          @span=${({detail:i})=>this.put({span:i})}
        ></kb-span>
        ${e?N("span",t):h}
      </div>
      ${this.minutes.length?a`<div class="offers" role="group" aria-label=${this.t("request_form.until_now")}>
              ${this.minutes.map(i=>F(this.t("request_form.last",{length:this.panel.format.length(i*60)}),!1,()=>this.ending(i)))}
            </div>`:h}
    `}said(){let{format:t}=this.panel,e=this.cameras.map(i=>this.all.find(({camera:n})=>n===i)?.place??"");return a` <dl class="facts">
        <dt>${this.t("request_form.cameras")}</dt>
        <dd>${t.list(e)}</dd>
        <dt>${this.t("request_form.span")}</dt>
        <dd class="numbers">
          ${this.t("span.both",{from:`${t.day(this.span.from)} ${t.time(this.span.from)}`,to:`${t.day(this.span.to)} ${t.time(this.span.to)}`})}
        </dd>
      </dl>
      ${N("footage",this.words)}`}factsOf(t){let e=this.facts.find(c=>c.camera===t);if(!e)return h;let{format:i}=this.panel,n=e.recorded?e.missing>Pe?this.t("request_form.partly_recorded",{length:i.length(e.recorded/1e3)}):this.t("request_form.wholly_recorded"):this.t("request_form.nothing_recorded"),o=e.heldUntil?this.t("timeline.held_until",{when:i.moment(e.heldUntil)}):e.firstEnd?this.t("timeline.erased",{when:i.moment(e.firstEnd)}):"";return a`<small>${n}${o?a`<br />${o}`:h}</small>`}};l([p({attribute:!1})],R.prototype,"cameras",2),l([p({attribute:!1})],R.prototype,"span",2),l([p()],R.prototype,"words",2),l([p({type:Boolean})],R.prototype,"fixed",2),l([p({attribute:!1})],R.prototype,"minutes",2),l([u()],R.prototype,"facts",2);d("kb-footage-choice",R);var W=class extends f{constructor(){super(...arguments);this.protection=null;this.cameras=[];this.busy=!1;this.error=""}static{this.styles=[...$,k`
      .note {
        flex-wrap: wrap;
        align-items: center;
      }
      .note > div {
        flex: 1 1 260px;
      }
      .good > .icon {
        color: var(--kb-good);
      }
      .good {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
    `]}get isCovered(){let{protection:t,cameras:e,span:i}=this;return t?.state==="standing"&&e.every(n=>t.cameras.includes(n))&&Date.parse(t.start)<=i.from&&i.to<=Date.parse(t.end)}async protect(){if(!this.busy){this.busy=!0,this.error="";try{let{number:t}=await T(this.panel.hass,"protect",{cameras:this.cameras,start:rt(this.span.from),end:rt(this.span.to)});this.dispatchEvent(new CustomEvent("protected",{detail:t}))}catch(t){this.error=this.panel.words(t)}finally{this.busy=!1}}}render(){let{protection:t}=this;if(t&&this.isCovered)return a`<div class="note good" role="status">
        ${m(Pt)}
        <div>
          ${this.t("request_form.protected",{number:t.number,when:this.panel.format.moment(t.until)})}
        </div>
      </div>`;let e=this.panel.may("protect_footage"),i=this.cameras.length>0&&this.span.from<this.span.to;return a`<div class="note warn">
      ${m(vt)}
      <div>
        ${this.t(e?"request_form.not_protected":"request_form.protected_once_sent")}
        ${this.error?a`<p role="alert"><strong>${this.error}</strong></p>`:h}
      </div>
      ${e?a`<button
              type="button"
              class="button"
              ?disabled=${this.busy||!i}
              @click=${()=>this.protect()}
            >
              ${m(Ct,20)}${this.t("request_form.protect")}
            </button>`:h}
    </div>`}};l([p({attribute:!1})],W.prototype,"protection",2),l([p({attribute:!1})],W.prototype,"cameras",2),l([p({attribute:!1})],W.prototype,"span",2),l([u()],W.prototype,"busy",2),l([u()],W.prototype,"error",2);d("kb-protected",W);var me=k`
  .page {
    max-width: 820px;
  }
  .top {
    display: grid;
    gap: 4px;
  }
  .top h2 {
    font-size: 22px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  form {
    display: grid;
    gap: inherit;
    counter-reset: section;
  }
  form > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 20px;
    counter-increment: section;
  }
  .card > * {
    min-width: 0;
  }
  .card > h3 {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .card > h3::before {
    content: counter(section);
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    font-size: 15px;
    color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .card > h3 .must {
    margin: 0;
  }
  .again {
    flex-wrap: wrap;
    align-items: center;
  }
  .again > div {
    flex: 1 1 240px;
  }
  kb-footage-choice:focus {
    outline: none;
  }
  @media (max-width: 599px) {
    .foot .button {
      width: 100%;
    }
  }
`;function fe(s,r,t){switch(r){case"extension":return[["until",Ae(s)],["reason",a`${De(s,t.reasonBefore)}${Q(s)}`]];case"disclosure":return s.short?[["paper",ge(s)],["recipient",mt(s)],["purpose",a`${ut(s)}${J(s)}`]]:[["ground",Me(s,t.seize),!0],["recipient",a`${mt(s)}${ue(s,["police_id","office_called"])}`],["purpose",a`${ut(s)}${J(s)}${de(s)}${Q(s)}`]];case"access":return[["person",a`${ze(s)}${ue(s,["licence","my_number"])}`],["asked",a`${ut(s)}${J(s)}${de(s)}${Q(s)}`]];case"seizure":return[["seized",a`${It(s,"at",s.zone,{label:s.t("request_form.at"),need:!0})}
          ${et(s,["seizure_warrant"])}${J(s)}`],["seizer",a`${mt(s)}${Q(s)}`]]}}var tt=(s,r,t)=>t.map(e=>s.t(`request_form.${r}.${e}`)),Ce=[7,14,30,60],Oe=3;function Ae(s){let{today:r,least:t,latest:e,originalEnd:i}=s.around,n=Ce.map(o=>({days:o,day:D(r,o)})).filter(({day:o})=>o>=t&&o<=e).slice(0,Oe);return Gt(s,"until",{label:s.t("request_form.until"),hint:s.t("request_form.until_hint",{original:i,latest:s.day(e)}),need:!0,least:t,most:e,below:n.length?a`<div class="offers">
          ${n.map(({days:o,day:c})=>F(s.t("request_form.days_from_now",{count:o}),s.value.until===c,()=>s.set({until:c})))}
        </div>`:h})}function De(s,r){return a`
    ${g(s,"reason",{label:s.t("request_form.reason"),hint:s.t("request_form.reason_hint"),need:!0,rows:4,most:x,placeholder:s.t("request_form.reason_example")})}
    ${r?a`<p class="hint">${s.t("request_form.reason_before",{reason:r})}</p>`:h}
  `}function Me(s,r){let t={law:()=>Be(s,r),emergency:()=>Ue(s),investigation:()=>ge(s)};return G(s,"ground",Yt.map(e=>({value:e,label:s.t(`viewing.ground.${e}`),more:s.t(`request_form.ground_help.${e}`),below:t[e]})),{label:s.t("viewing.ground_question"),need:!0,unseen:!0})}function Be(s,r){return a`
    ${et(s,["order","warrant","inquiry"],!0)}
    <p class="hint">
      ${s.t("request_form.seized_instead")}
      <a
        href="#"
        @click=${t=>{t.preventDefault(),r()}}
        >${s.t("request_form.heading.seizure")}</a
      >
    </p>
  `}function Ue(s){return a`
    ${G(s,"danger",Xt.map(r=>({value:r,label:s.t(`request_form.danger.${r}`)})),{label:s.t("request_form.danger_question"),need:!0})}
    ${g(s,"urgency",{label:s.t("request_form.urgency"),hint:s.t("request_form.urgency_hint"),need:!0,rows:2,most:x})}
    ${g(s,"no_other_way",{label:s.t("request_form.no_other_way"),need:!0,rows:2,most:x})}
    ${et(s,[])}
  `}function ge(s){let{writtenRequest:r}=s.around;return a`
    ${G(s,"written",[{value:!0,label:s.t("request_form.written.yes"),below:()=>et(s,["cooperation","fire"])},{value:!1,label:s.t("request_form.written.no"),below:()=>r?g(s,"exception",{label:s.t("request_form.exception"),hint:s.t("request_form.exception_hint"),need:!0,most:x,offers:tt(s,"exceptions",["urgent","later"])}):h}],{label:s.t("request_form.written_question"),hint:r?s.t("request_form.written_hint"):"",need:r})}
  `}function et(s,r,t=!1){return a`<div class="pair">
    ${g(s,"document",{label:s.t("request_form.document"),need:t,most:x,offers:tt(s,"documents",r)})}
    ${g(s,"document_number",{label:s.t("request_form.document_number"),hint:s.t("request_form.document_number_hint"),most:P})}
  </div>`}function mt(s){let r=t=>g(s,"name",{label:t,need:!0,most:P});return a`
    ${g(s,"affiliation",{label:s.t("request_form.affiliation"),hint:s.t("request_form.affiliation_hint"),need:!0,most:P})}
    ${s.short?r(s.t("request_form.title_and_name")):a`<div class="pair">
            ${g(s,"title",{label:s.t("request_form.title"),hint:s.t("request_form.title_hint"),most:P})}
            ${r(s.t("request_form.name"))}
          </div>`}
    ${ve(s,s.kind!=="seizure")}
  `}function ze(s){return a`
    ${g(s,"name",{label:s.t("request_form.person"),hint:s.t("request_form.person_hint"),need:!0,most:P})}
    ${ve(s)}
  `}function ve(s,r=!0){return g(s,"contact",{label:s.t("request_form.contact"),hint:s.t("request_form.contact_hint"),need:r,most:P})}function ue(s,r){return g(s,"identity_check",{label:s.t("request_form.identity_check"),hint:s.t("request_form.identity_hint"),most:x,offers:tt(s,"identities",r)})}function ut(s){let{kind:r}=s,t=r==="disclosure"&&s.value.ground==="investigation";return g(s,"purpose",{label:s.t(r==="access"?"request_form.asked_for":"request_form.purpose"),hint:r==="access"?s.t("request_form.asked_for_hint"):"",need:!0,rows:2,most:x,offers:t?tt(s,"purposes",["crime","accident","fire"]):[]})}function J(s){let{sentence:r}=s.around,{content:t}=s.value;return g(s,"content",{label:s.t("request_form.content"),hint:s.t(t!==null?"request_form.content_hint":r?"request_form.content_made":"request_form.content_first"),need:!0,rows:2,most:x,shown:t??r,below:t!==null&&Jt(s.value,r)!==r&&r?a`<div class="offers">
            ${F(s.t("request_form.content_again"),!1,()=>s.set({content:null}))}
          </div>`:h})}function Q(s){return g(s,"remarks",{label:s.t("request_form.remarks"),rows:2,most:x})}function de(s){return Nt(s,"masked",{label:s.t("request_form.masked"),hint:s.t("request_form.masked_hint")})}var Ge=90;function be(s,r,t){let{format:e,renewed:i,settings:n}=r,o=e.date(t),c=Ie(s,r),v=i?D(i.until,1):c.at(-1);return{now:t,today:o,least:v<o?o:v,latest:D(o,n?.longest_extension_days??Ge),originalEnd:Ne(c,r),writtenRequest:n?.written_request??!0,sentence:He(s,r)}}var B=(s,r)=>r.fullDay(`${s}T03:00:00Z`);function Ie(s,{cameras:r,facts:t,format:e,renewed:i}){if(i?.original_ends.length)return i.original_ends.toSorted();let n=t.flatMap(({firstEnd:c,lastEnd:v})=>c===null||v===null?[]:[c,v]);if(n.length)return n.map(c=>e.date(c)).toSorted();let o=r.filter(({camera:c})=>s.cameras.includes(c));return[e.date(he(o.length?o:r,s))]}function Ne(s,{format:r,t}){let[e,i]=[s[0],s.at(-1)];return e===i?B(e,r):t("request_form.days",{first:B(e,r),last:B(i,r)})}function He({cameras:s,from:r,to:t},{cameras:e,format:i,t:n}){let o=e.filter(({camera:v})=>s.includes(v)).map(({place:v})=>v);if(!o.length)return"";let c=v=>`${i.fullDay(v)} ${i.time(v)}`;return n("request_form.sentence",{places:i.list(o),from:c(r),to:i.date(r)===i.date(t)?i.time(t):c(t)})}function dt({kind:s,origin:r,number:t}){return r?`${s}/${r}/${t}`:s}var ke=(s,r)=>V(s,dt(r)),ft=(s,r,t)=>j(s,dt(r),{name:r.name,wish:t}),st=(s,r)=>Y(s,dt(r));function $e(s,r,t,e,i){return{...Zt(s.kind,e,i),...s.officer?{cameras:e}:{},...r.ground?{ground:r.ground}:{},...t?.wish,...t?.name===s.name?{}:Ke(r),...s.officer?{ground:"investigation"}:{}}}function Ke({cameras:s,span:r}){return{...s.length?{cameras:s}:{},...r??{}}}var Le=[30,60,180],w=class extends f{constructor(){super(...arguments);this.wish=null;this.wrong={};this.refused={};this.error="";this.busy=!1;this.again=!1;this.facts=[];this.watch=new K(this);this.start=null;this.given=null;this.tried=!1;this.looked=""}static{this.styles=[...$,A,me]}willUpdate(t){super.willUpdate(t);let e=ot(this.panel.path.slice(2)),{start:i}=this;this.start=e,!(!e||!this.panel.may(at[e.kind]))&&((i?.kind!==e.kind||i.name!==e.name)&&(this.wish=null),this.wish||this.begin(e))}begin(t){let{overview:e}=this.panel,i=(e.cameras??[]).map(({camera:c})=>c),n=jt(t,this.watch.list);if(!n||n.gone&&this.looked!==t.name){this.watch.list&&!this.watch.problem&&(this.looked=t.name,this.watch.load());return}this.given=n;let o=ke(e.me.user_id,t);this.wrong={},this.refused={},this.error="",this.tried=!1,this.again=o!==null,this.wish=$e(t,n,o,i,Date.now())}beginAnew(){this.start&&(st(this.panel.overview.me.user_id,this.start),this.begin(this.start),this.panel.say(this.t("request_form.began_anew")))}async takeOver(t){let{start:e,wish:i}=this,n=this.panel.overview.me.user_id;if(await this.watch.load(),!e||!i)return;let o=H(e.kind,"protection",t),c=ot(o.slice(2));c&&ft(n,c,i),st(n,e),this.panel.go(e.officer?Lt(t):o,!0)}set(t){let{start:e}=this;if(!(!this.wish||!e)){this.wish={...this.wish,...t},ft(this.panel.overview.me.user_id,e,this.wish);for(let i of Object.keys(t))delete this.refused[i];("cameras"in t||"from"in t)&&delete this.refused.footage,this.tried&&(this.wrong=lt(e.kind,this.wish,this.around(this.wish)))}}around(t){let{overview:e,format:i,t:n}=this.panel,o={cameras:e.cameras??[],format:i,t:n,facts:this.facts,renewed:this.given?.renewed??null,settings:this.watch.list?.settings};return be(t,o,Date.now())}async send(){let{start:t,wish:e}=this;if(!t||!e||this.busy)return;this.tried=!0,this.refused={},this.error="";let i=this.around(e);if(this.wrong=lt(t.kind,e,i),Object.keys(this.wrong).length)return this.showWrong();this.busy=!0;try{let{number:n}=await this.post(t.kind,e,i.sentence);st(this.panel.overview.me.user_id,t),await this.look?.(),this.panel.say(this.t(`request_form.sent.${t.kind}`,{number:n})),this.panel.go(M(n),!0)}catch(n){this.refuse(n)}finally{this.busy=!1}}async post(t,e,i){let{hass:n}=this.panel,o=this.given?.from??{};switch(t){case"extension":return T(n,"extension",te(e,o));case"seizure":return T(n,"seizure",se(e,i));default:return T(n,"disclosure",ee(t,e,i,o))}}refuse(t){let e=Qt(E(t).key),i=this.panel.words(t);e?(this.refused={[e]:i},this.showWrong()):this.error=i}showWrong(){this.updateComplete.then(()=>{let t=this.renderRoot.querySelector(".is-wrong, kb-footage-choice[wrong]");t||(this.error=this.t(`request_form.wrong.${Object.values(this.wrong)[0]}`)),t?.scrollIntoView({block:"start"}),(t?.querySelector("input, textarea")??t)?.focus({preventScroll:!0})})}render(){let{start:t}=this;return t?this.panel.may(at[t.kind])?this.wish?this.form(t,this.wish):this.watch.problem?this.only(this.panel.words(this.watch.problem),"bad"):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`:this.only(this.t("request_form.not_yours")):this.only(this.t("request_form.not_here"))}only(t,e=""){return a`<div class="page">
      <p class="note ${e}" role=${e?"alert":h}>
        ${m(_)}<span>${t}</span>
      </p>
      <div class="actions">${this.back()}</div>
    </div>`}back(){return a`<button class="button quiet back" @click=${()=>this.panel.go(["requests"])}>
      ${m(U,20)}${this.t("request_form.back")}
    </button>`}form(t,e){let i=t.officer?"officer.heading":`request_form.heading.${t.kind}`;return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2 id="heading">${this.t(i)}</h2>
        <p class="soft">${this.t(`request_form.lead.${this.leadOf(t)}`)}</p>
      </div>
      ${this.notes(t,e)}
      <form
        novalidate
        aria-labelledby="heading"
        @submit=${n=>{n.preventDefault(),this.send()}}
      >
        ${this.section("footage",this.footage(t,e))}
        ${fe(this.wishForm(t,e),t.kind,{reasonBefore:this.given?.renewed?.reason??"",seize:()=>this.panel.go(H("seizure"))}).map(n=>this.section(...n))}
        ${this.foot(t)}
      </form>
    </div>`}leadOf({kind:t,officer:e}){return e?"officer":t!=="extension"?t:this.watch.list?.settings.approver==="site_owner"?"extension_by_owner":t}wishForm(t,e){let i=Object.entries(this.wrong).map(([n,o])=>[n,this.t(`request_form.wrong.${o}`)]);return{t:this.panel.t,value:e,wrong:{...Object.fromEntries(i),...this.refused},set:n=>this.set(n),short:t.officer,kind:t.kind,around:this.around(e),day:n=>B(n,this.panel.format),zone:this.panel.format.zone}}section(...[t,e,i]){return a`<section class="card" aria-labelledby="section-${t}">
      <h3 id="section-${t}">
        ${this.t(`request_form.section.${t}`)}${i?I(this.panel.t):h}
      </h3>
      ${e}
    </section>`}notes(t,e){return a`
      ${this.given?.gone?a`<p class="note warn">
              ${m(_)}<span
                >${this.t("request_form.gone",{number:t.number})}</span
              >
            </p>`:h}
      ${this.again?a`<div class="note again">
              ${m(Rt)}
              <div>${this.t("request_form.again")}</div>
              <button type="button" class="button quiet" @click=${()=>this.beginAnew()}>
                ${this.t("request_form.begin_anew")}
              </button>
            </div>`:h}
      ${t.officer||t.origin==="protection"?a`<kb-protected
              .panel=${this.panel}
              .protection=${this.watch.list?.protections.find(({number:i})=>t.origin==="protection"&&i===t.number)??null}
              .cameras=${e.cameras}
              .span=${{from:e.from,to:e.to}}
              @protected=${({detail:i})=>this.takeOver(i)}
            ></kb-protected>`:h}
    `}footage(t,e){let i=this.wrong.footage,n=this.refused.footage??(i?this.t(`request_form.wrong.${i}`):"");return a`<kb-footage-choice
      ?wrong=${!!n}
      .panel=${this.panel}
      .cameras=${e.cameras}
      .span=${{from:e.from,to:e.to}}
      .words=${n}
      .fixed=${!!this.given?.renewed}
      .minutes=${t.officer?Le:[]}
      @footage=${({detail:o})=>this.set({cameras:o.cameras,...o.span})}
      @facts=${({detail:o})=>this.facts=o}
    ></kb-footage-choice>`}foot({kind:t,officer:e,origin:i,number:n}){return a`
      <div role="alert">
        ${this.error?a`<p class="note bad">${m(_)}<span>${this.error}</span></p>`:h}
      </div>
      <div class="actions foot">
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${m(Ft,20)}${this.t(`request_form.send.${t}`)}
        </button>
        ${e?a`<button
                type="button"
                class="button"
                @click=${()=>this.panel.go(H("disclosure",i??void 0,n),!0)}
              >
                ${m(Ot,20)}${this.t("request_form.all_fields")}
              </button>`:h}
      </div>
    `}};l([p({attribute:!1})],w.prototype,"look",2),l([u()],w.prototype,"wish",2),l([u()],w.prototype,"wrong",2),l([u()],w.prototype,"refused",2),l([u()],w.prototype,"error",2),l([u()],w.prototype,"busy",2),l([u()],w.prototype,"again",2),l([u()],w.prototype,"facts",2);d("kb-request-form",w);var it=class extends f{render(){return this.panel.path[1]==="new"?a`<kb-request-form .panel=${this.panel} .look=${this.look}></kb-request-form>`:a`<kb-masks .panel=${this.panel}></kb-masks>`}};l([p({attribute:!1})],it.prototype,"look",2);d("kb-request-forms",it);export{it as RequestForms};
