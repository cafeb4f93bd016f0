@extends('pages')

@section('title', 'Ferry')
@section('content')
<h1>Ferry questions</h1>
<h3>@lang('When does it leave?')</h3>
<p>{{ __('At six.') }}</p>
<h3>{{ __('faq.dogs') }}</h3>
<p>{{ __('faq.dogs_answer') }}</p>
<h3>How long does it take?</h3>
<p>An hour.</p>
@endsection
