import{a as w,b as P,c as j,d as O}from"./chunks/chunk-VYET6Z55.js";import{a as k}from"./chunks/chunk-BYHIPRB2.js";import{a as x,b as o,e as f,g as S,h as E,i as h,l as H,m as R,n as T,p as D}from"./chunks/chunk-HILQJUX4.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var m=class extends S{static{this.styles=[H,R,T,x`
      .card {
        background: var(--ha-card-background, var(--kb-card));
        border: var(--ha-card-border-width, 1px) solid var(--ha-card-border-color, var(--kb-line));
        border-radius: var(--ha-card-border-radius, 12px);
        box-shadow: var(--ha-card-box-shadow, none);
        display: grid;
        gap: 12px;
        padding: 16px;
        height: 100%;
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      h2 {
        font-size: 18px;
      }
      .soft {
        color: var(--kb-soft);
      }
      .chip {
        font: inherit;
        font-weight: 600;
        font-size: 14px;
        color: var(--kb-soft);
        padding: 4px 12px;
        border: 0;
        border-radius: 999px;
        background: var(--kb-tint);
        cursor: pointer;
      }
      .chip.good {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .chip.bad {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .chip.warn {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}setConfig(i){this.config=i}getCardSize(){return 3}getGridOptions(){return{columns:12,min_columns:6,rows:"auto"}}willUpdate(i){this.hass&&this.toggleAttribute("dark",D(this.hass))}get language(){return this.hass?.language??"en"}get format(){return this.hass?O.of(this.hass):null}};u([E({attribute:!1})],m.prototype,"hass",2),u([E({attribute:!1})],m.prototype,"config",2);var C=new WeakMap;function y(s){let i=s.connection??s,t=C.get(i);return t||(t=s.callWS({type:"kuma_bouhan/dashboard"}),C.set(i,t),t.then(()=>setTimeout(()=>C.delete(i),1e4),()=>C.delete(i))),t}function U(s){history.pushState(null,"",s),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}function I(s,i){s.dispatchEvent(new CustomEvent("hass-more-info",{bubbles:!0,composed:!0,detail:{entityId:i}}))}var L={en:{camera_card:"Security camera and sign",camera_card_what:"How a camera records, and whether its sign hangs.",duties_card:"Waits for me",duties_card_what:"What is due of the security cameras, for who is signed in.",dashboard:"Security cameras",choose:"Choose a camera under the rules: the sensor of its recording state.",confirm:"The sign is there",confirmed:"Noted.",sign:"Sign",next_erasure:"Next erasure",nothing:"Nothing is due.",overdue:"Overdue since {day}",due:"Due by {day}",not_yours:"Nothing waits for you here.",number:"No. {number}",more:"{count} more",calendar:"Ends of periods and checks",todo:"Duties",house:"The whole"},ja:{camera_card:"防犯カメラと設置表示",camera_card_what:"録画の状態と、設置表示の確認の状態を示します。",duties_card:"自分の業務",duties_card_what:"ログインしている人の、期限のある業務を示します。",dashboard:"防犯カメラ",choose:"運用基準の対象のカメラ（録画状態のセンサー）を選んでください。",confirm:"設置表示があることを確認",confirmed:"記載しました。",sign:"設置表示",next_erasure:"次の消去",nothing:"期限の近い業務はありません。",overdue:"期限切れ（{day}）",due:"{day}まで",not_yours:"あなたが担当する業務はありません。",number:"第{number}号",more:"ほか{count}件",calendar:"期限と予定",todo:"期限のある業務",house:"全体"}};function a(s,i,t={}){return j(L[w(s)][i],t)}function N(s){return[["kuma-bouhan-camera-card","camera_card","camera_card_what"],["kuma-bouhan-duties-card","duties_card","duties_card_what"]].map(([i,t,e])=>({type:i,name:a(s,t),description:a(s,e),preview:!0}))}var M=new Set(["recording","displayed"]),W=new Set(["connecting","switched_off","outside_hours"]),z=new Set(["inspection_due","never_confirmed","no_sign"]);function G(s){return M.has(s)?"good":W.has(s)?"":z.has(s)?"warn":"bad"}var g=class extends m{constructor(){super(...arguments);this.place="";this.entities=null;this.confirms=!1;this.said="";this.asked="";this.confirm=async()=>{let t=this.entities?.["button.confirm_sign"];if(!(!t||!this.hass))try{await this.hass.callService("button","press",{},{entity_id:t}),this.said=a(this.language,"confirmed")}catch(e){this.said=e.message??""}}}static getConfigForm(){return{schema:[{name:"entity",required:!0,selector:{entity:{filter:[{integration:"kuma_bouhan",domain:"sensor"}]}}}]}}static async getStubConfig(t){let{cameras:e}=await y(t);return{entity:e[0]?.entities["sensor.recording_state"]??""}}willUpdate(t){super.willUpdate(t);let{hass:e,config:r}=this;!e||!r||this.asked===r.entity||(this.asked=r.entity,y(e).then(({cameras:n,may:d})=>{this.confirms=d.includes("confirm_sign");let c=n.find(({entities:l})=>Object.values(l).includes(r.entity));this.entities=c?.entities??null,this.place=c?.place??""},()=>this.asked=""))}at(t){return this.hass?.states[this.entities?.[t]??""]}render(){let{hass:t,language:e}=this;if(!t)return f;let r=this.at("sensor.recording_state");if(!r)return o`<div class="card"><p class="soft">${a(e,"choose")}</p></div>`;let n=this.at("sensor.sign"),d=this.at("sensor.next_erasure"),c=d&&!["unknown","unavailable"].includes(d.state);return o`<div class="card">
      <div class="head">
        <h2>${this.place}</h2>
        ${this.chip(r)}
      </div>
      ${n?o`<div class="head">
              <span class="soft">${a(e,"sign")}</span>
              ${this.chip(n)}
            </div>`:f}
      ${c?o`<div class="head">
              <span class="soft">${a(e,"next_erasure")}</span>
              <span>${this.format?.moment(d.state)??""}</span>
            </div>`:f}
      ${n&&n.state!=="displayed"&&this.confirms?o`<button class="button" @click=${this.confirm}>${a(e,"confirm")}</button>`:f}
      <p class="soft small" role="status">${this.said}</p>
    </div>`}chip(t){return o`<button
      class="chip ${G(t.state)}"
      @click=${()=>I(this,t.entity_id)}
    >
      ${this.hass?.formatEntityState(t)??t.state}
    </button>`}};u([h()],g.prototype,"place",2),u([h()],g.prototype,"entities",2),u([h()],g.prototype,"confirms",2),u([h()],g.prototype,"said",2);var q=["switch.recording","sensor.oldest_footage","sensor.held_until","sensor.kept","sensor.last_gap"],A=["sensor.duties_overdue","sensor.self_check","sensor.requests_waiting","sensor.copies_out","sensor.space_forecast","binary_sensor.book_intact","binary_sensor.vault","button.lock"],V=(s,i)=>i.flatMap(t=>{let e=s[t];if(!e)return[];let r=t.startsWith("button.")?{hide_state:!0}:{};return[{type:"tile",entity:e,name:{type:"entity"},...r}]}),$=class extends HTMLElement{static async generate(i,t){let{cameras:e,entities:r}=await y(t),{language:n}=t,d=(_,p)=>({type:"heading",heading:_,icon:p}),c=r["todo.duties"],l=r["calendar.duties"],v=[{cards:[d(a(n,"house"),"mdi:shield-home-outline"),{type:"custom:kuma-bouhan-duties-card"},...V(r,A)]},...e.map(({place:_,entities:p})=>({cards:[d(_,"mdi:cctv"),{type:"custom:kuma-bouhan-camera-card",entity:p["sensor.recording_state"]},...V(p,q)]}))];return(c||l)&&v.push({cards:[d(a(n,"calendar"),"mdi:calendar-check-outline"),...c?[{type:"todo-list",entity:c,title:a(n,"todo")}]:[],...l?[{type:"calendar",entities:[l]}]:[]]}),{title:a(n,"dashboard"),views:[{type:"sections",max_columns:3,title:a(n,"dashboard"),path:"0",sections:v}]}}};var F=6,B=5*6e4,b=class extends m{constructor(){super(...arguments);this.duties=null;this.words=null;this.refused=!1;this.overdue="";this.seen=""}static{this.styles=[...m.styles,x`
      ul {
        display: grid;
        gap: 4px;
      }
      a {
        display: grid;
        gap: 2px;
        padding: 8px 12px;
        margin: 0 -12px;
        border-radius: 10px;
        color: var(--kb-text);
        text-decoration: none;
      }
      a:hover {
        background: var(--kb-tint);
      }
      .late {
        color: var(--kb-bad);
      }
    `]}static getConfigForm(){return{schema:[{name:"most",selector:{number:{min:1,max:20}}}]}}static getStubConfig(){return{most:F}}connectedCallback(){super.connectedCallback(),this.again=setInterval(()=>{this.load()},B)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.again),this.seen=""}willUpdate(t){super.willUpdate(t);let e=this.hass?`${this.language} ${this.hass.states[this.overdue]?.state??""}`:"";!e||e===this.seen||(this.seen=e,this.load())}async load(){let{hass:t,language:e}=this;if(t)try{let{entities:r,may:n}=await y(t);if(!n.includes("read_duties")){this.refused=!0;return}let[{duties:d},c]=await Promise.all([t.callWS({type:"kuma_bouhan/kept/duties",language:e}),P(w(e),["duties"])]);this.overdue=r["sensor.duties_overdue"]??"",this.duties=d.filter(({overdue:l,soon:v})=>l||v),this.words=c,this.refused=!1}catch{this.refused=!0}}render(){let{language:t,duties:e}=this,r=this.config?.most??F;return o`<div class="card">
      <h2>${a(t,"duties_card")}</h2>
      ${this.refused?o`<p class="soft">${a(t,"not_yours")}</p>`:e&&!e.length?o`<p class="soft">${a(t,"nothing")}</p>`:o`<ul>
                ${(e??[]).slice(0,r).map(n=>o`<li>${this.duty(n)}</li>`)}
              </ul>`}
      ${e&&e.length>r?o`<p class="soft small">
              ${a(t,"more",{count:e.length-r})}
            </p>`:f}
    </div>`}duty({kind:t,due:e,overdue:r,place:n,number:d,path:c}){let l=this.format?.longDay(e)??"",v=n??(d===null?"":a(this.language,"number",{number:d})),_=this.words?.(`duties.kind.${t}`)??"";return o`<a
      href=${c}
      @click=${p=>{p.ctrlKey||p.metaKey||p.shiftKey||(p.preventDefault(),U(c))}}
    >
      <strong>${[_,v].filter(Boolean).join(" · ")}</strong>
      <span class="small ${r?"late":"soft"}">
        ${a(this.language,r?"overdue":"due",{day:l})}
      </span>
    </a>`}};u([h()],b.prototype,"duties",2),u([h()],b.prototype,"words",2),u([h()],b.prototype,"refused",2);k("kuma-bouhan-camera-card",g);k("kuma-bouhan-duties-card",b);k("ll-strategy-dashboard-kuma-bouhan",$);var K=window;K.customCards??=[];K.customCards.push(...N(document.documentElement.lang));
